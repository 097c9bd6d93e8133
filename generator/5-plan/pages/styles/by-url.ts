import { placeWords } from "../fields.ts";
import { itemsWords, type Style } from "../infer.ts";
import { isUrl } from "../prose.ts";
import { asks, best, says } from "../roles.ts";

/** A URL of the next page: OData's `nextLink`, JSON:API's and HAL's `links.next`, and the like. */
export const byUrl: Style = ({ asked, told, items, isGet, keep }) => {
  const next = best(told.filter(isUrl), says.url);
  if (next === undefined || !isGet) return undefined;
  // `next` alone may be anything: then the request has to know pages, or the response the way back.
  const isBare = next.names.every((name) => /^next(page)?$/.test(name));
  const asking = Object.values(asks)
    .map((role) => best(asked, role))
    .find((field) => field !== undefined);
  const back = told.find(({ names }) =>
    names.some((name) => /^prev(ious)?/.test(name)),
  );
  if (isBare && asking === undefined && back === undefined) return undefined;
  return {
    rule: { style: "url", next: next.place, items: items.path, keep },
    evidence: [
      ...(asking === undefined
        ? []
        : [`the request takes ${placeWords(asking.place)}`]),
      `the response carries the URL of the next page in ${placeWords(next.place)}`,
      itemsWords(items),
    ],
  };
};
