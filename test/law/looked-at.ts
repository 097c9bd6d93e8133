import type { Condition, PropertyTest } from "../../generator/ir/type-graph.ts";
import type { Place } from "./instances.ts";

/** The objects of which tests look at a property: the value itself, and those further down. */
export const lookedAt = (
  tests: readonly PropertyTest[],
  place: Place = "",
): readonly Place[] => [
  place,
  ...tests.flatMap(({ wireName, condition }) =>
    inside(condition, `${place}/${wireName}`),
  ),
];

function inside(condition: Condition, place: Place): readonly Place[] {
  switch (condition.kind) {
    case "object":
      return lookedAt(condition.tests, place);
    case "nullable":
      return inside(condition.of, place);
    case "either":
      return condition.of.flatMap((each) => inside(each, place));
    case "each":
    case "values":
      return inside(condition.of, `${place}/*`);
    case "places":
      return condition.of.flatMap((each) => inside(each, `${place}/*`));
    case "any":
    case "absent":
    case "types":
    case "literal":
    case "prefix":
    case "text":
    case "number":
    case "items":
      return [];
    default:
      return condition satisfies never;
  }
}
