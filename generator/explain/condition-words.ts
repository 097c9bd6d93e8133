import type { Bounds, Condition, Scalar, WireType } from "../ir/type-graph.ts";

/** Literals spelt out; the rest are counted. */
const shown = 6;

export function literals(values: readonly Scalar[], between = " | "): string {
  const spelt = values.slice(0, shown).map((value) => JSON.stringify(value));
  const rest = values.length - spelt.length;
  return [...spelt, ...(rest > 0 ? [`${rest} others`] : [])].join(between);
}

const nouns: Readonly<Record<WireType, string>> = {
  null: "null",
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  array: "a list",
  object: "an object",
};

/** A condition as it reads after the name of a property: `is a list of "call.ringing"`. */
export function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case "any":
      return "is there";
    case "absent":
      return "is not there";
    case "types":
      return condition.types.length === 0
        ? "cannot be"
        : `is ${condition.types.map((type) => nouns[type]).join(" or ")}`;
    case "literal":
      return `is ${literals(condition.values)}`;
    case "prefix":
      return `begins with ${literals(condition.prefixes)}`;
    case "text":
      return `is a string${boundWords(condition, "character")}`;
    case "number":
      return `is ${condition.integer ? "an integer" : "a number"}${rangeWords(condition)}`;
    case "items":
      return listOf(literals(condition.values), condition);
    case "each":
      return condition.of.kind === "any"
        ? `is a list${boundWords(condition, "item")}`
        : `is a list${boundWords(condition, "item")}, each of which ${conditionWords(condition.of)}`;
    case "places": {
      const places = condition.of.map(conditionWords).join(", then ");
      return `is a list${boundWords(condition, "item")}, its items in turn: ${places}`;
    }
    case "object": {
      const tests = condition.tests.map(
        ({ wireName, required, condition: inner }) =>
          `${wireName}${required ? "" : ", if there,"} ${conditionWords(inner)}`,
      );
      const closed = condition.closed ? " and nothing else" : "";
      return tests.length === 0
        ? `is an object${condition.closed ? " without properties" : ""}`
        : `is an object whose ${tests.join(" and ")}${closed}`;
    }
    case "values":
      return `is an object, each value of which ${conditionWords(condition.of)}`;
    case "nullable":
      return `${conditionWords(condition.of)}, or null`;
    case "either":
      return condition.of.map(conditionWords).join(", or ");
    default:
      return condition satisfies never;
  }
}

/** `is a non-empty list of "a" | "b"`: all of its items are. */
function listOf(values: string, bounds: Bounds): string {
  const { min = 0, max } = bounds;
  if (max !== undefined || min > 1)
    return `is a list${boundWords(bounds, "item")}, all ${values}`;
  return `is a ${min === 1 ? "non-empty " : ""}list of ${values}`;
}

/** Open bounds are said one by one: `, above 3, below 5`. */
function rangeWords(range: Condition & { kind: "number" }): string {
  const { min, max, open } = range;
  if (open === undefined) return boundWords(range, undefined);
  const lower = open === "max" ? "at least" : "above";
  const upper = open === "min" ? "at most" : "below";
  return [
    min === undefined ? "" : `, ${lower} ${min}`,
    max === undefined ? "" : `, ${upper} ${max}`,
  ].join("");
}

/** ` of at least 1 item`; `, at least 1` where nothing is counted. */
function boundWords({ min, max }: Bounds, unit: string | undefined): string {
  const least = unit === undefined ? min : min === 0 ? undefined : min;
  const range =
    least === undefined
      ? max === undefined
        ? undefined
        : `at most ${max}`
      : max === undefined
        ? `at least ${least}`
        : max === least
          ? `${max}`
          : `${least} to ${max}`;
  if (range === undefined) return "";
  if (unit === undefined) return `, ${range}`;
  const one = (max ?? least) === 1 ? unit : `${unit}s`;
  return ` of ${range} ${one}`;
}
