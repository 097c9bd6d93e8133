import type { ObjectNode } from "../../ir/type-graph.ts";
import { words } from "../names/words.ts";
import { nothing } from "./candidate.ts";
import { ofObject, withWords } from "./properties.ts";
import { valueWords } from "./value-words.ts";

/** More properties than these make no name. */
const most = 3;

/** All of its properties, of which there are few: `with only id and name`. */
export const byOnly = ofObject((object, variant) => {
  const own = listed(object.properties.map(({ wireName }) => words(wireName)));
  if (!hasFew(object)) return nothing;
  return withWords(variant, [
    { own: ["only", ...own], fact: `has only ${own.join(" ")}` },
  ]);
});

/** All that it is: which properties are optional, what their values are, whether others may come. */
export const bySignature = ofObject((object, variant) => {
  if (!hasFew(object)) return nothing;
  const { properties, additional, closed } = object;
  const own = [
    ...(closed ? ["exactly"] : []),
    ...listed([
      ...properties.map(({ wireName, required, type }) => [
        ...(required ? [] : ["optional"]),
        ...words(wireName),
        ...valueWords(type, variant),
      ]),
      ...(additional === undefined
        ? []
        : [["other", ...valueWords(additional, variant)]]),
    ]),
  ];
  return withWords(variant, [{ own, fact: `is ${own.join(" ")}` }]);
});

const hasFew = ({ properties }: ObjectNode): boolean =>
  properties.length > 0 && properties.length <= most;

const listed = (parts: readonly (readonly string[])[]): readonly string[] =>
  parts.flatMap((part, index) => (index === 0 ? part : ["and", ...part]));
