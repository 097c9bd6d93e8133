import { describe, expect, test } from "vitest";
import { type List, objects as data, rulesOf } from "./rules-of.ts";

const obj = (properties: object) => ({ type: "object", properties });
const text = { type: "string" };
const url = { type: "string", format: "uri" };
const count = { type: "integer" };
const flag = { type: "boolean" };
const paged = { page: "integer", per_page: "integer" };
const offset = { offset: "integer", limit: "integer" };

/** The rule, less what is undefined. */
async function ruleOf(list: List): Promise<unknown> {
  const { rule } = await rulesOf(list);
  return rule && JSON.parse(JSON.stringify(rule));
}

describe("APIs say the same in many words:", () => {
  test.each<[string, List, object]>([
    [
      "skip, take and a total",
      {
        query: { skip: "integer", take: "integer" },
        page: { data, totalItems: count },
      },
      { style: "offset", parameter: ["skip"], total: ["totalItems"] },
    ],
    [
      "startAt, maxResults, total and isLast",
      {
        query: {
          startAt: { type: "integer", default: 0 },
          maxResults: "integer",
        },
        page: { values: data, startAt: count, total: count, isLast: flag },
      },
      {
        style: "offset",
        parameter: ["startAt"],
        last: ["isLast"],
        total: ["total"],
      },
    ],
    [
      "startAt without a default, which the response says",
      {
        query: { startAt: "integer", maxResults: "integer" },
        page: { values: data, startAt: count, total: count },
      },
      {
        style: "offset",
        parameter: ["startAt"],
        current: ["startAt"],
        total: ["total"],
      },
    ],
    [
      "$top, $skip and @odata.count",
      {
        query: { $top: "integer", $skip: "integer" },
        page: { value: data, "@odata.count": count },
      },
      { style: "offset", parameter: ["$skip"], total: ["@odata.count"] },
    ],
    [
      "marker, NextMarker and IsTruncated",
      {
        query: { marker: "string" },
        page: { Contents: data, NextMarker: text, IsTruncated: flag },
      },
      {
        style: "cursor",
        parameter: ["marker"],
        next: ["NextMarker"],
        more: ["IsTruncated"],
      },
    ],
    [
      "ContinuationToken on both sides",
      {
        query: { continuationToken: "string" },
        page: { data, ContinuationToken: text },
      },
      {
        style: "cursor",
        parameter: ["continuationToken"],
        next: ["ContinuationToken"],
      },
    ],
    [
      "a parameter of an envelope, with a dot",
      {
        query: { "pagination.key": "string", "pagination.limit": "integer" },
        page: { data, pagination: obj({ next_key: text, total: text }) },
      },
      {
        style: "cursor",
        parameter: ["pagination.key"],
        next: ["pagination", "next_key"],
      },
    ],
    [
      "a parameter of an envelope, in brackets",
      {
        query: { "pagination[page]": { type: "integer", default: 1 } },
        page: { data, meta: obj({ pagination: obj({ pageCount: count }) }) },
      },
      {
        style: "page",
        parameter: ["pagination[page]"],
        pages: ["meta", "pagination", "pageCount"],
      },
    ],
    [
      "current_page, last_page and next_page_url",
      {
        query: paged,
        page: {
          data,
          current_page: count,
          last_page: count,
          next_page_url: url,
        },
      },
      { style: "url", next: ["next_page_url"] },
    ],
    [
      "current_page and last_page",
      { query: paged, page: { data, current_page: count, last_page: count } },
      { style: "page", pages: ["last_page"], current: ["current_page"] },
    ],
    [
      "meta.has_next_page",
      { query: paged, page: { data, meta: obj({ has_next_page: flag }) } },
      { style: "page", more: ["meta", "has_next_page"] },
    ],
    [
      "next_page as a flag",
      {
        query: { cursor: "string" },
        page: { data, cursor: text, next_page: flag },
      },
      { style: "cursor", next: ["cursor"], more: ["next_page"] },
    ],
    [
      "isLastPage",
      { query: { pageNumber: "integer" }, page: { data, isLastPage: flag } },
      { style: "page", parameter: ["pageNumber"], last: ["isLastPage"] },
    ],
    [
      "X-Total-Pages",
      { query: paged, headers: { "X-Total-Pages": "integer" }, page: data },
      { style: "page", pages: "X-Total-Pages" },
    ],
    [
      "additional_data, and what is in it",
      {
        query: { cursor: "string" },
        page: { data, additional_data: obj({ next_cursor: text }) },
      },
      { style: "cursor", next: ["additional_data", "next_cursor"] },
    ],
    [
      "an envelope by any name",
      {
        query: paged,
        page: { data, nav: obj({ page: count, total_pages: count }) },
      },
      { style: "page", pages: ["nav", "total_pages"] },
    ],
    [
      "a cursor that is a number on both sides",
      {
        query: { after: "integer: The cursor to begin after" },
        page: {
          data,
          paging: obj({ cursors: obj({ after: count, before: count }) }),
        },
      },
      {
        style: "cursor",
        parameter: ["after"],
        next: ["paging", "cursors", "after"],
      },
    ],
    [
      "a cursor that is a number on one side",
      { query: { cursor: "string" }, page: { data, next_cursor: count } },
      { style: "cursor", parameter: ["cursor"], next: ["next_cursor"] },
    ],
    [
      "a token that only prose belongs to a parameter",
      {
        query: { from_row: "string" },
        page: {
          data,
          row_key: "string: Pass it as `from_row` to get the next page of rows",
        },
      },
      { style: "cursor", parameter: ["from_row"], next: ["row_key"] },
    ],
    [
      "a parameter that only prose belongs to a token",
      {
        query: { resume_at: "string: The `row_key` of the previous response" },
        page: { data, row_key: text },
      },
      { style: "cursor", parameter: ["resume_at"], next: ["row_key"] },
    ],
    [
      "a token of which nobody says the type",
      { query: { cursor: "string" }, page: { data, next_cursor: {} } },
      { style: "cursor", next: ["next_cursor"] },
    ],
    [
      "a page number that is sent as text",
      {
        query: { page: "string: The page number" },
        page: { data, total_pages: count },
      },
      { style: "page", parameter: ["page"], pages: ["total_pages"] },
    ],
    [
      "a first page that prose says",
      {
        query: {
          page: { type: "integer", minimum: 0, description: "Defaults to 0." },
        },
        page: { data, total_pages: count },
      },
      { style: "page", first: 0, pages: ["total_pages"] },
    ],
    [
      "next and previous of which nobody says what they are",
      {
        query: paged,
        page: { count, next: text, previous: text, results: data },
      },
      { style: "page", parameter: ["page"], next: ["next"] },
    ],
    [
      "a count that may be of all items or of this page's, beside an offset",
      { query: offset, page: { data, count } },
      { style: "offset", parameter: ["offset"], count: ["count"] },
    ],
    [
      "an id as a format says it",
      {
        query: { after: "string" },
        page: { data, has_more: flag, first_id: text, last_id: text },
      },
      {
        style: "last-item",
        parameter: ["after"],
        id: ["id"],
        more: ["has_more"],
      },
    ],
    [
      "an id by another name, in each of several kinds of items",
      {
        query: { starting_after: "string: A token of an item" },
        page: {
          has_more: flag,
          data: {
            type: "array",
            items: {
              oneOf: ["cat", "dog"].map((kind) =>
                obj({ token: text, kind: { const: kind }, [kind]: text }),
              ),
            },
          },
        },
      },
      { style: "last-item", parameter: ["starting_after"], id: ["token"] },
    ],
    [
      "a POST whose summary asks",
      {
        method: "post",
        path: "/pets/export",
        sends: { cursor: "string" },
        page: { data, next_cursor: text },
        more: {
          summary: "Returns all pets that match",
          operationId: "petsExport",
        },
      },
      { style: "cursor", parameter: ["body", "cursor"] },
    ],
    [
      "a flag that turns pages on",
      {
        query: { ...offset, paginated: "boolean" },
        page: { data, total_count: count },
      },
      { style: "offset", on: "paginated", total: ["total_count"] },
    ],
    [
      "a flag that turns tokens on",
      {
        query: { ...offset, use_marker: "boolean", marker: "string" },
        page: { data, total_count: count, next_marker: text },
      },
      { style: "cursor", on: "use_marker", next: ["next_marker"] },
    ],
    [
      "pages that are on unless turned off",
      {
        query: { ...offset, paginated: { type: "boolean", default: true } },
        page: { data, total_count: count },
      },
      { style: "offset", total: ["total_count"] },
    ],
  ])("%s", async (_, list, rule) => {
    expect(await ruleOf(list)).toMatchObject(rule);
  });
  test("a first page that is said needs no answer, and a flag that is on no call", async () => {
    const on = { ...offset, paginated: { type: "boolean", default: true } };
    const { rule } = await rulesOf({
      query: on,
      page: { data, total_count: count },
    });
    expect(rule?.on).toBeUndefined();
  });
});

describe("items are", () => {
  const itemsOf = async (page: List["page"], path = "/pets") =>
    (
      await rulesOf({
        query: { cursor: "string" },
        path,
        page: { ...page, next_cursor: text },
      })
    ).rule?.items;
  test("of several arrays that stand in one place", async () => {
    const rows = { oneOf: [data, { type: "array", items: obj({ n: count }) }] };
    expect(await itemsOf({ rows })).toEqual(["rows"]);
  });
  test("of all variants of a page, if they have them in one place", async () => {
    const pageOf = (more: object) =>
      obj({ pets: data, next_cursor: text, ...more });
    const found = await rulesOf({
      query: { cursor: "string" },
      page: {
        allOf: [{ oneOf: [pageOf({ cats: text }), pageOf({ dogs: text })] }],
      },
    });
    expect(found.rule?.items).toEqual(["pets"]);
    const apart = await rulesOf({
      query: { cursor: "string" },
      page: {
        allOf: [{ oneOf: [pageOf({}), obj({ all: data, next_cursor: text })] }],
      },
    });
    expect(apart.rule).toBeUndefined();
  });
  test("arrays of arrays that the path names", async () => {
    const pets = { type: "array", items: data };
    expect(await itemsOf({ pets, owners: data }, "/pets/search")).toEqual([
      "pets",
    ]);
  });
  test("in what is said beside them, if they are called as the path is", async () => {
    expect(
      await itemsOf({ status: count, error: flag, meta: obj({ pets: data }) }),
    ).toEqual(["meta", "pets"]);
  });
  test("of one thing only where it has nothing else", async () => {
    const list = (page: object): List => ({
      query: paged,
      path: "/reports/{from}/{to}",
      page: { points: data, total_pages: count, current_page: count, ...page },
    });
    expect((await rulesOf(list({}))).rule?.items).toEqual(["points"]);
    expect((await rulesOf(list({ name: text }))).rule).toBeUndefined();
  });
});

describe("what looks like pages and is none:", () => {
  test.each<[string, List]>([
    [
      "a filter called since",
      {
        query: { since: "string", limit: "integer" },
        page: { data, next: text },
      },
    ],
    [
      "a filter called after, of dates",
      {
        query: { after: "string: ISO 8601 date" },
        page: { data, has_more: flag },
      },
    ],
    [
      "after, of which nothing says that it is an id",
      { query: { after: "string" }, page: { data, has_more: flag } },
    ],
    [
      "a document's page",
      {
        path: "/documents/{id}/text",
        query: { page: "integer: Which page of the document" },
        page: { words: data, width: count, total: count },
      },
    ],
    [
      "a page number whose example is 0",
      {
        query: { page: { type: "integer", example: 0 } },
        page: { data, total_pages: count },
      },
    ],
    [
      "an offset of bytes",
      {
        path: "/files/{id}/content",
        query: { offset: "integer" },
        page: { bytes: text },
      },
    ],
    [
      "a total of money",
      {
        query: offset,
        page: { data, total: "number: Sum of all invoices in cents" },
      },
    ],
    [
      "a quota beside the items",
      {
        query: offset,
        page: { data, quota: obj({ limit: count, total: count }) },
      },
    ],
    [
      "the cursor of an editor",
      {
        path: "/editors/{id}",
        query: { cursor: "integer: Where the caret stands" },
        page: { lines: data, cursor: count },
      },
    ],
    [
      "the next step of a workflow",
      {
        query: { step: "string" },
        page: { data, next: "string: The next step to do" },
      },
    ],
    [
      "`next` of a workflow beside a page number",
      { query: paged, page: { data, next: "string: The next step to do" } },
    ],
    [
      "a count that may be of this page beside a page number",
      { query: paged, page: { data, count } },
    ],
    [
      "a token of the page before, though prose names it",
      {
        query: { from_row: "string" },
        page: {
          data,
          prev_key:
            "string: Pass it as `from_row` to get more items, those before",
        },
      },
    ],
    [
      "a token that renews a login",
      {
        query: { access_token: "string" },
        page: { data, next_access_token: text },
      },
    ],
    [
      "a flag that turns pages off",
      {
        query: {
          ...offset,
          pagination: "boolean: Set it to disable pagination",
        },
        page: { data, total_count: count },
      },
    ],
    [
      "an offset where a flag turns tokens on",
      {
        query: { ...offset, use_marker: "boolean" },
        page: { data, total_count: count },
      },
    ],
    [
      "a moment in a list from the oldest up",
      {
        query: { since: "integer: timestamp", until: "integer: timestamp" },
        page: {
          data,
          next: "integer: Timestamp with which to ask for the next page",
        },
        more: { description: "In ascending order of time." },
      },
    ],
    [
      "a POST whose summary asks and changes",
      {
        method: "post",
        sends: { cursor: "string" },
        page: { data, next_cursor: text },
        more: { summary: "Get or create pets", operationId: "petsFor" },
      },
    ],
  ])("%s", async (_, list) => {
    expect((await rulesOf(list)).rule).toBeUndefined();
  });
});

test("explain tells what was chosen, and what was only taken to be so", async () => {
  const evidenceOf = async (list: List) => (await rulesOf(list)).evidence;
  expect(
    await evidenceOf({ query: paged, page: { data, total_pages: count } }),
  ).toContain("its first page is taken to be 1, which nothing says");
  expect(
    await evidenceOf({
      query: paged,
      page: { data, page: count, total_pages: count },
    }),
  ).toContain('the response says in "page" which page it is');
  expect(
    await evidenceOf({
      query: { ...offset, paginated: "boolean" },
      page: { data, total: count },
    }),
  ).toContain('"paginated" turns pages on, and is sent as true');
  expect(await evidenceOf({ query: offset, page: { data, count } })).toContain(
    'the response has a count in "count", and an empty page is the end',
  );
});
