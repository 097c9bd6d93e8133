import type { Located } from "../../2-bundle/bundle.ts";
import { at, items, own, string } from "../read.ts";

/** What is inside an event's `data`: a text whose `contentSchema` says which JSON it is. */
export const insideData = (data: Located): Located | undefined =>
  own(data.value, "contentEncoding") === undefined &&
  /[/+]json\b/i.test(string(own(data.value, "contentMediaType")) ?? "")
    ? at(data, "contentSchema")
    : undefined;

/**
 * Whether the `data` of all events that are described here is JSON whose schema is told (OAS 3.2 §4.14.4). Where some
 * are not, or are described elsewhere, where a text may stand for more than an event's data, all of them stay texts.
 */
export function hasJsonData(event: Located): boolean {
  const described = dataOf(event);
  return (
    described.length > 0 &&
    described.every((data) => data !== undefined && insideData(data))
  );
}

/** The schemas of `data` in an event and in its alternatives; `undefined` is one that is written elsewhere. */
function dataOf(event: Located): readonly (Located | undefined)[] {
  if (own(event.value, "$ref") !== undefined) return [undefined];
  const properties = at(event, "properties");
  const data = properties && at(properties, "data");
  return [...(data ? [data] : []), ...alternatives(event).flatMap(dataOf)];
}

const alternatives = (event: Located): readonly Located[] =>
  ["allOf", "anyOf", "oneOf"].flatMap((keyword) => items(at(event, keyword)));
