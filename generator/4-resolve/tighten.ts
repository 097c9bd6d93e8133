import type { Constraints } from "../ir/schema-graph.ts";

/** What both constraints say: of two bounds, the tighter one. */
export function tighten(a: Constraints, b: Constraints): Constraints {
  const most = (
    name:
      | "minLength"
      | "minimum"
      | "exclusiveMinimum"
      | "minItems"
      | "minProperties",
  ) => pick(a[name], b[name], Math.max);
  const least = (
    name:
      | "maxLength"
      | "maximum"
      | "exclusiveMaximum"
      | "maxItems"
      | "maxProperties",
  ) => pick(a[name], b[name], Math.min);
  const bounds = {
    minLength: most("minLength"),
    maxLength: least("maxLength"),
    minimum: most("minimum"),
    maximum: least("maximum"),
    exclusiveMinimum: most("exclusiveMinimum"),
    exclusiveMaximum: least("exclusiveMaximum"),
    minItems: most("minItems"),
    maxItems: least("maxItems"),
    minProperties: most("minProperties"),
    maxProperties: least("maxProperties"),
  };
  const said = Object.entries(bounds).filter(
    ([, bound]) => bound !== undefined,
  );
  return { ...a, ...b, ...Object.fromEntries(said) };
}

const pick = (
  a: number | undefined,
  b: number | undefined,
  choose: (a: number, b: number) => number,
) => (a === undefined ? b : b === undefined ? a : choose(a, b));
