import type { TypeId } from "../../ir/type-graph.ts";
import { words } from "../names/words.ts";
import type { Variant } from "./candidate.ts";
import { ofObject, withWords } from "./properties.ts";
import { kindWords, valueWords } from "./value-words.ts";

/** What the value of a property is: `with code integer`, or in full, `with code integer at least 10`. */
export const byValue = ofObject((object, variant) => {
  const requiredFirst = [...object.properties].sort(
    (a, b) => Number(b.required) - Number(a.required),
  );
  const said = requiredFirst.flatMap(({ wireName, type }) => {
    const own = words(wireName);
    const { kind, whole } = valueOf(type, variant);
    const saying = (how: string, value: readonly string[]) =>
      own.length === 0 || value.length === 0
        ? []
        : [
            {
              own: [...own, ...value],
              fact: `${how} of ${wireName}: ${value.join(" ")}`,
            },
          ];
    // A date is a string as well, and not called one: the name is left to those that are no more than that.
    const isCalledSo = whole.slice(0, kind.length).join() === kind.join();
    return {
      kind: saying("kind", kind),
      whole: saying("whole", whole),
      isCalledSo,
    };
  });
  return withWords(
    variant,
    [
      ...said.flatMap(({ kind, isCalledSo }) => (isCalledSo ? kind : [])),
      ...said.flatMap(({ whole }) => whole),
    ],
    said.flatMap(({ kind }) => kind.map(({ fact }) => fact)),
  );
});

function valueOf(type: TypeId, variant: Variant) {
  const node = variant.types.get(type);
  return {
    kind: node === undefined ? [] : kindWords(node, variant),
    whole: valueWords(type, variant),
  };
}
