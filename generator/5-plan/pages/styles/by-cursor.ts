import type { PagePath } from "../../../ir/page-rule.ts";
import { type Field, placeWords } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { asks, best, rank, says } from "../roles.ts";
import { isAboutTime, isUrl } from "../prose.ts";
import { endValueOf } from "../end-value.ts";
import { isNamedFor } from "../named-for.ts";

interface Pair {
  readonly asked: Field<PagePath>;
  readonly told: Field;
  /** Names that belong together count most, then the better names. */
  readonly weight: number;
}

/** A token of the response that goes into a parameter: AIP-158, Relay, and most that came after. */
export const byCursor: Style = ({ asked, told, items }) => {
  const more = best(
    told.filter(({ place }) => typeof place !== "string"),
    says.more,
  );
  const end = endValueOf(told);
  const ends = more !== undefined || end !== undefined;
  const pairs = asked.flatMap((ask) =>
    told.flatMap((tell): readonly Pair[] => {
      const weight = weightOf(ask, tell, ends);
      if (weight === undefined) return [];
      // A body that asks holds all that is asked.
      const inside = ask.place.length > 1 ? 0.5 : 0;
      return [{ asked: ask, told: tell, weight: weight + inside }];
    }),
  );
  const pair = pairs.sort((a, b) => b.weight - a.weight)[0];
  if (pair === undefined) return undefined;
  return {
    rule: {
      style: "cursor",
      parameter: pair.asked.place,
      next: pair.told.place,
      more: more?.place,
      end,
      inUrl: mayBeInUrl(pair.told) ? true : undefined,
      items: items.path,
    },
    evidence: [
      takes(pair.asked.place),
      `the response carries the next one in ${placeWords(pair.told.place)}`,
      ...(more === undefined
        ? []
        : [`says in ${placeWords(more.place)} whether there is one`]),
      ...(end === undefined
        ? []
        : [
            `is the last where ${placeWords(end.at)} is ${JSON.stringify(end.is)}`,
          ]),
      itemsWords(items),
    ],
  };
};

/** A `next` that is a text, of which nothing says whether it is a token or the URL that has it. */
const mayBeInUrl = ({ kind, place }: Field): boolean =>
  kind === "text" &&
  typeof place !== "string" &&
  /^next_?(page)?$/i.test(place.at(-1) ?? "");

/**
 * How well a parameter and a property fit each other; `undefined` where they do not. `ends` is whether
 * anything but the token says where the pages end.
 */
function weightOf(
  ask: Field<PagePath>,
  tell: Field,
  ends: boolean,
): number | undefined {
  if (isUrl(tell)) return undefined;
  const asToken = rank(ask, asks.token);
  const asNumber = rank(ask, asks.offset) ?? rank(ask, asks.page);
  const isCounterpart = ask.names.some((name) =>
    [`next${name}`, `nextpage${name}`].some((each) =>
      tell.names.includes(each),
    ),
  );
  // `next_offset` for `offset`, `next_page` for `page`: a number where the request counts.
  if (asNumber !== undefined)
    return isCounterpart && rank(tell, says.nextNumber) !== undefined
      ? 400
      : undefined;
  if (isAboutTime(ask)) return undefined;
  if (isNamedFor(ask, tell) && (ends || !bringsChanges(ask, tell))) return 350;
  if (ask.kind === "count" || tell.kind === "count")
    return isNumericToken(ask, tell, isCounterpart) ? 340 : undefined;
  const isText = ask.kind === "text" || ask.kind === "unknown";
  const asNext = rank(tell, says.token);
  if (isText && isCounterpart && asNext !== undefined) return 300 - asNext;
  const isSame =
    ask.names.some((name) => tell.names.includes(name)) && !isOfThisPage(tell);
  if (asToken === undefined)
    return tell.kind === "text" &&
      isText &&
      isTokenByName(ask) &&
      (ends || !bringsChanges(ask, tell)) &&
      (isCounterpart || (isSame && isSaidToContinue(ask, tell)))
      ? 50
      : undefined;
  // `next` alone may as well be a URL or a number: a token of the parameter's name says more.
  const isBare = tell.names.every((name) => /^next(page)?$/.test(name));
  const isOfNext = tell.names.some((name) => name.startsWith("next"));
  if (asNext !== undefined && (isOfNext || !isOfThisPage(tell)))
    return (isBare ? 70 : 200 - asNext) - asToken;
  return isSame && rank(tell, says.sameToken) !== undefined
    ? 100 - asToken
    : undefined;
}

/** A token that happens to be a number, on both sides or, among names that leave no doubt, on one. */
function isNumericToken(
  ask: Field<PagePath>,
  tell: Field,
  isCounterpart: boolean,
): boolean {
  if (!/^(text|count)$/.test(ask.kind) || !/^(text|count)$/.test(tell.kind))
    return false;
  const isToken = ask.names.some((name) => asks.token.names.includes(name));
  const isAmongCursors = ask.names.some((name) =>
    tell.names.includes(`${name}cursor`),
  );
  return ask.kind === tell.kind
    ? isToken && (isCounterpart || isAmongCursors)
    : isTokenByName(ask) && isCounterpart;
}

/** An API's own name for it: `list_token`. */
const isTokenByName = ({ names }: Field): boolean =>
  names.some(
    (name) =>
      /(token|cursor|marker|bookmark)$/.test(name) &&
      !/(access|refresh|auth|csrf|session|api|sync)token$/.test(name),
  );

const isSaidToContinue = (ask: Field<PagePath>, tell: Field): boolean =>
  [ask, tell].every(({ description }) =>
    /\b(continu\w*|next|pag(e|es|inat\w*|ing)|subsequent)\b/i.test(description),
  );

/** A token that also brings what changed later never ends, unless the page says that it does. */
const bringsChanges = (ask: Field<PagePath>, tell: Field): boolean =>
  [ask, tell].some(({ description }) =>
    /\b(updated?|updates|changed?|changes|delta|refresh\w*|sync\w*)\b/i.test(
      description,
    ),
  );

/** A response may also say which token it was asked with. */
const isOfThisPage = ({ description }: Field): boolean =>
  /\b(current|this|previous|prior|requested)\b/i.test(description) &&
  !/\b(next|subsequent|following|more)\b/i.test(description);
