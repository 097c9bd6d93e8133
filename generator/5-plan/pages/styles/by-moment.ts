import type { Field } from "../fields.ts";
import { placeWords } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { isAboutTime, isUrl } from "../prose.ts";
import { asks, rank, says } from "../roles.ts";

/**
 * The moment that the next page is asked with, of a list from the newest item down: it goes into the parameter that
 * takes no later ones. In a list from the oldest up it would bring the same page again, which is an error and no loss.
 */
export const byMoment: Style = ({ asked, told, items, prose }) => {
  const latest = asked.filter(
    (field) => rank(field, asks.latest) !== undefined && isAboutTime(field),
  );
  const [parameter, other] = latest;
  const next = told.find(isMomentOfNext);
  if (parameter === undefined || other !== undefined || next === undefined)
    return undefined;
  if (parameter.kind !== next.kind || risesWithTime.test(prose))
    return undefined;
  return {
    rule: {
      style: "cursor",
      parameter: parameter.place,
      next: next.place,
      items: items.path,
    },
    evidence: [
      takes(parameter.place),
      `the response carries the moment of the next page in ${placeWords(next.place)}`,
      "which goes back in time, as nothing says otherwise",
      itemsWords(items),
    ],
  };
};

const isMomentOfNext = (field: Field): boolean =>
  !isUrl(field) &&
  (rank(field, says.token) !== undefined ||
    rank(field, says.nextMoment) !== undefined) &&
  /\b(timestamp|date|time)\b/i.test(field.description) &&
  /\bnext page\b/i.test(field.description);

const risesWithTime = /\b(ascending|oldest first|chronological)/i;
