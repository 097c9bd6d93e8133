import type { PagePath } from "../../../ir/page-rule.ts";
import { type Field, placeWords } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { asks, best, rank, says } from "../roles.ts";
import { isAboutTime, isUrl } from "../prose.ts";

interface Pair {
  readonly asked: Field<PagePath>;
  readonly told: Field;
  /** Names that belong together count most, then the better names. */
  readonly weight: number;
}

/** A token of the response that goes into a parameter: AIP-158, Relay, and most that came after. */
export const byCursor: Style = ({ asked, told, items }) => {
  const pairs = asked.flatMap((ask) =>
    told.flatMap((tell): readonly Pair[] => {
      const weight = weightOf(ask, tell);
      if (weight === undefined) return [];
      // A body that asks holds all that is asked.
      const inside = ask.place.length > 1 ? 0.5 : 0;
      return [{ asked: ask, told: tell, weight: weight + inside }];
    }),
  );
  const pair = pairs.sort((a, b) => b.weight - a.weight)[0];
  if (pair === undefined) return undefined;
  const more = best(
    told.filter(({ place }) => typeof place !== "string"),
    says.more,
  );
  return {
    rule: {
      style: "cursor",
      parameter: pair.asked.place,
      next: pair.told.place,
      more: more?.place,
      items: items.path,
    },
    evidence: [
      takes(pair.asked.place),
      `the response carries the next one in ${placeWords(pair.told.place)}`,
      ...(more === undefined
        ? []
        : [`says in ${placeWords(more.place)} whether there is one`]),
      itemsWords(items),
    ],
  };
};

/** How well a parameter and a property fit each other; `undefined` where they do not. */
function weightOf(ask: Field<PagePath>, tell: Field): number | undefined {
  if (isUrl(tell)) return undefined;
  const asToken = rank(ask, asks.token);
  const asNumber = rank(ask, asks.offset) ?? rank(ask, asks.page);
  const isCounterpart = ask.names.some((name) =>
    tell.names.includes(`next${name}`),
  );
  // `next_offset` for `offset`, `next_page` for `page`: a number where the request counts.
  if (asNumber !== undefined)
    return isCounterpart && rank(tell, says.nextNumber) !== undefined
      ? 400
      : undefined;
  if (isAboutTime(ask)) return undefined;
  // A token that happens to be a number on both sides.
  if (ask.kind === "count")
    return tell.kind === "count" &&
      isCounterpart &&
      ask.names.some((name) => asks.token.names.includes(name))
      ? 350
      : undefined;
  const isText = ask.kind === "text" || ask.kind === "unknown";
  const asNext = rank(tell, says.token);
  if (isText && isCounterpart && asNext !== undefined) return 300 - asNext;
  const isSame =
    ask.names.some((name) => tell.names.includes(name)) && !isOfThisPage(tell);
  if (asToken === undefined)
    return isSame && tell.kind === "text" && isSaidToContinue(ask, tell)
      ? 50
      : undefined;
  // `next` alone may as well be a URL or a number: a token of the parameter's name says more.
  const isBare = tell.names.every((name) => /^next(page)?$/.test(name));
  if (asNext !== undefined) return (isBare ? 70 : 200 - asNext) - asToken;
  return isSame && rank(tell, says.sameToken) !== undefined
    ? 100 - asToken
    : undefined;
}

/** A token by an API's own name for it: `list_token`. One that also brings what changed later never ends. */
const isSaidToContinue = (ask: Field<PagePath>, tell: Field): boolean =>
  ask.names.some((name) => /(token|cursor|marker|bookmark)$/.test(name)) &&
  [ask, tell].every(
    ({ description }) =>
      /\b(continu\w*|next|pag(e|es|inat\w*|ing)|subsequent)\b/i.test(
        description,
      ) &&
      !/\b(updated?|updates|changed?|changes|delta|refresh\w*|sync\w*)\b/i.test(
        description,
      ),
  );

/** A response may also say which token it was asked with. */
const isOfThisPage = ({ description }: Field): boolean =>
  /\b(current|this|previous|prior|requested)\b/i.test(description) &&
  !/\b(next|subsequent|following|more)\b/i.test(description);
