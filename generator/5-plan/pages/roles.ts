import type { Field, FieldKind } from "./fields.ts";

/**
 * What the parameters and properties of paging are called, in the vocabulary that APIs share (AIP-158, JSON:API,
 * OData, HAL, SCIM, Relay, OpenStack and the like), and the type that each must have. Strongest name first.
 */
export interface Role {
  readonly names: readonly string[];
  readonly kinds: readonly FieldKind[];
}

const role = (names: string, ...kinds: readonly FieldKind[]): Role => ({
  names: names.split(/\s+/),
  kinds,
});

/** Of requests. */
export const asks = {
  /** Where a page begins, by a token of the page before. */
  token: role(
    "pagetoken nextpagetoken nexttoken pagecursor cursor nextcursor continuationtoken continuation continue paginationtoken nextpagecursor aftercursor cursorafter after pageafter afterkey startingafter startcursor starttoken startkey exclusivestartkey marker pagemarker startmarker nextmarker scrollid scrolltoken bookmark nextpage next paginationcursor resumptiontoken resumetoken pagekey paginationkey pagestate pagingstate pagingtoken pagingcursor cursormark cursortoken cursorid pageref offset",
    "text",
    "unknown",
  ),
  /** The id of the item that a page begins after. */
  lastItem: role(
    "startingafter startingafterid startafter startafterid afterid afteritem lastid after pageafter",
    "text",
    "unknown",
    "count",
  ),
  /** How many items come before the page. */
  offset: role(
    "offset skip pageoffset startoffset resultoffset recordoffset itemoffset offsetvalue skipcount startindex startat startrow startrecord startposition startitem firstresult firstrecord firstindex skiprecords skipitems skipresults start from",
    "count",
  ),
  /** The number of the page. */
  page: role(
    "page pagenumber pagenum pageno pagenr currentpage pageindex pageid curpage currpage requestedpage paginationpage pagingpage pagevalue pg p",
    "count",
  ),
  /** How many items a page has at most. */
  size: role(
    "limit pagesize pagelimit perpage size count maxresults maxitems maxrecords maxpagesize max top take rows resultsperpage itemsperpage recordsperpage entriesperpage hitsperpage numresults pagelength length first ipp n",
    "count",
  ),
  /** No item later than this. */
  latest: role(
    "until before maxtime maxtimestamp createdbefore untiltime beforetime",
    "text",
    "count",
  ),
  /** Whether there are pages at all. */
  switch: role(
    "usepagination usepaging enablepagination enablepaging withpagination paginate paginated paged pagination paging",
    "flag",
  ),
  /** Whether pages are asked for by token, where they may be counted as well. */
  tokenSwitch: role(
    "usemarker usecursor usecursors usecursorpagination usecursorpaging",
    "flag",
  ),
};

/** Of responses. */
export const says = {
  /** The token of the next page, and nothing else. */
  token: role(
    "nextpagetoken nextcursor nexttoken nextpagecursor nextcontinuationtoken continuationtoken nextcontinuation nextmarker nextpagekey nextkey nextcursortoken nextafter nextstartingafter nextbookmark nextstartkey nextscrollid scrollid nextpaginationtoken paginationtoken endcursor aftercursor cursorafter lastevaluatedkey nextpageid nextpagekey nextpageoffset nextpagestate nextpagingstate nextpagingtoken nextpagingcursor nextresumptiontoken resumptiontoken nextresumetoken nextcursormark nextcursorid nextpageref nextpagemarker nextpaginationkey nextoffset nextstart nextpage next paginationcursor pagingcursor",
    "text",
    "unknown",
  ),
  /** A token, perhaps of the next page: the request has one of the same name. */
  sameToken: role(
    "cursor pagetoken marker bookmark after continuation continue offset pagecursor",
    "text",
  ),
  /** A number of the next page, where the request counts. */
  nextNumber: role(
    "nextoffset nextpageoffset nextpage nextpagenumber nextstart nextskip nextindex nextstartindex nextfrom nextpageindex",
    "count",
    "unknown",
  ),
  /** The moment that the next page is asked with. */
  nextMoment: role(
    "next nexttimestamp nexttime nextuntil nextbefore nextpage nextdate",
    "text",
    "count",
  ),
  url: role(
    "nextpageurl nextpagelink nextpageuri nextpagehref nextlink nexturl nexturi nexthref nextlinkurl nextpagepath nextpath nextrecordsurl nextresultsurl nextresultslink next nextpage",
    "text",
  ),
  more: role(
    "hasmore hasnextpage hasnext hasmoreresults hasmoreitems hasmorepages hasmoredata hasmorerecords hasmoreentries moreresults moreitems moredata moreavailable morerecords moretocome morepages morepagesavailable moreresultsavailable moreitemsavailable moreitemsincollection hasnextpages hasnextresults hasnextitems hasmorepage hasmorerows hasmoreelements hasfollowingpage nextpageavailable isnextpageavailable nextavailable isnextavailable more istruncated nextpageexists nextpage next",
    "flag",
  ),
  last: role(
    "islastpage islast lastpage last isfinalpage ispagelast islastbatch endofresults endoflist isendoflist isend nomoreresults nomore",
    "flag",
  ),
  total: role(
    "totalcount totalresults totalitems totalrecords totalelements totalhits totalrows totalentries totalsize totalnumber totalcountofitems totalmatches totalnumberofitems totalnumberofresults totalitemcount totalresultcount totalrecordcount recordtotal recordstotal itemtotal itemstotal counttotal resulttotal totalobjects totaldocs totalsetsize resultsetsize totaldocuments totalobjectcount totalelementcount totalrowcount totalmatchcount totalhitcount totalentrycount totalrecordscount totalitemscount totalresultscount totalnumberofrecords totalnumberofelements overallcount numbertotal totalfound foundtotal numtotal totalnum numfound nbhits odatacount total pagetotalcount pagetotalelements",
    "count",
    "unknown",
  ),
  pages: role(
    "totalpages totalpagecount pagecount numpages nbpages numberofpages pagestotal pagetotalpages totalnumberofpages totalpagenumber totalpagenum totalpagesnum totalpage pagescount countpages countofpages pagecounts lastpagenumber lastpage maxpage maxpages pages",
    "count",
    "unknown",
  ),
  current: role(
    "currentpage pagenumber pageno pagenum pageindex page",
    "count",
  ),
  lastId: role("lastid lastitemid", "text"),
};

/**
 * How well a field's name fits a role: 0 is best; `undefined` where it does not, or has another type. Headers
 * and parameters often have no type; a property without one may be anything.
 */
export function rank(field: Field, { names, kinds }: Role): number | undefined {
  if (!kinds.includes(field.kind)) return undefined;
  const found = field.names
    .map((name) => names.indexOf(name))
    .filter((index) => index >= 0);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** The field that fits a role best; the first of several that fit it as well. */
export function best<F extends Field>(
  fields: readonly F[],
  of: Role,
): F | undefined {
  return fields
    .flatMap((field) => {
      const at = rank(field, of);
      return at === undefined ? [] : [{ field, at }];
    })
    .sort((a, b) => a.at - b.at)[0]?.field;
}

/**
 * Whether fields say something of a page and nothing else: its end, the next one, what was asked for. A limit and
 * a total alone may be of anything, of a quota for one.
 */
export function areOfPages<T>(
  all: readonly T[],
  fieldOf: (one: T) => Field,
): boolean {
  const isOne = (field: Field, roles: readonly Role[]) =>
    roles.some((each) => rank(field, each) !== undefined);
  const any = [...Object.values(says), asks.size, asks.offset];
  const sure = [says.pages, says.current, says.more, asks.offset];
  let isSure = false;
  for (const one of all) {
    const field = fieldOf(one);
    if (!isOne(field, any)) return false;
    isSure ||= isOne(field, sure) || isSurelyToken(field);
  }
  return isSure;
}

/** A token of the next page by a name that leaves no doubt. */
export const isSurelyToken = (field: Field): boolean =>
  rank(field, says.token) !== undefined &&
  field.names.some((name) => /^next(?!page$)./.test(name));

/** Objects that what is said of pages stands in. What stands in `previous` is about another page. */
export const envelope =
  /^(pagination|paginationinfo|paginationmeta|pagingmetadata|paginationmetadata|paging|paginginfo|pager|page|pages|pageinfo|pagedata|pagemeta|meta|metadata|metainfo|cursors?|links?|responsemetadata|responseinfo|resultinfo|resultset|resultsetinfo|listmetadata|searchmetadata|info|next|nextpage|nextlink|options|summary|additionaldata|pageable|paginator|pagingmeta|pagingstate|pagecontext|navigation|navigationlinks|listinfo|listmeta|collectionmeta|collectioninfo|cursorinfo|cursormeta|cursorpagination|offsetpagination|pagecursors|pagingcursors|responsemeta|resultmeta|paginationresult|paginationresponse|pageresult|pageresponse|pageproperties|paginationdata|paginationdetails|pagedetails|pagingdetails|paginationlinks)$/;

/** Objects that a whole page stands in. */
export const wrapper =
  /^(data|results?|response|responsedata|payload|body|content|embedded|resultset|page|list|collection|hits|output)$/;

/** What the items of any list are called. */
export const genericItems =
  /^(data|items?|results?|records?|entries|values?|list|rows|elements|content|contents|hits|nodes|edges|objects|resources|member|documents|docs|collection|entities)$/;

/** Lists beside the items. */
export const besides =
  /^(errors?|warnings?|links?|included|includes|facets?|aggregations?|aggs|sort|sorts|filters?|fields|columns|headers|schema|meta|metadata|suggestions|debug|pages|permissions|context|failures)$/;
