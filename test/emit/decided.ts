import type { Candidate } from "../../generator/6-emit/decide-text.ts";
import type { Condition, PropertyTest } from "../../generator/ir/type-graph.ts";

export type Value = Readonly<Record<string, unknown>>;

/** What a condition says, value by value: the text may be clever, this is not. */
function meets(value: unknown, of: Condition): boolean {
  const within = (size: number, { min = 0, max = Infinity }): boolean =>
    size >= min && size <= max;
  switch (of.kind) {
    case "any":
      return true;
    case "absent":
      return value === undefined;
    case "types":
      return of.types.some((type) => type === typeOf(value));
    case "literal":
      return of.values.some((each) => each === value);
    case "prefix":
      return (
        typeof value === "string" &&
        of.prefixes.some((each) => value.startsWith(each))
      );
    case "text":
      return typeof value === "string" && within([...value].length, of);
    case "number": {
      if (typeof value !== "number") return false;
      if (of.integer && !Number.isInteger(value)) return false;
      const { min = -Infinity, max = Infinity, open } = of;
      if (value === min && (open === "min" || open === "both")) return false;
      if (value === max && (open === "max" || open === "both")) return false;
      return value >= min && value <= max;
    }
    case "items":
      return (
        Array.isArray(value) &&
        within(value.length, of) &&
        value.every((item) => of.values.includes(item))
      );
    case "each":
      return (
        Array.isArray(value) &&
        within(value.length, of) &&
        value.every((item) => meets(item, of.of))
      );
    case "places":
      return (
        Array.isArray(value) &&
        within(value.length, of) &&
        value.every(
          (item, at) => of.of[at] === undefined || meets(item, of.of[at]),
        )
      );
    case "object":
      return (
        typeOf(value) === "object" &&
        passes(value as Value, of.tests) &&
        (!of.closed ||
          Object.keys(value as Value).every((key) =>
            of.tests.some(({ wireName }) => wireName === key),
          ))
      );
    case "values":
      return (
        typeOf(value) === "object" &&
        Object.values(value as Value).every((each) => meets(each, of.of))
      );
    case "nullable":
      return value === null || meets(value, of.of);
    case "either":
      return of.of.some((each) => meets(value, each));
    default:
      return of satisfies never;
  }
}

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

const passes = (value: Value, of: readonly PropertyTest[]): boolean =>
  of.every(({ wireName, required, condition: asked }) => {
    const found = Object.hasOwn(value, wireName) ? value[wireName] : undefined;
    if (found === undefined && !required) return true;
    return required && asked.kind === "any"
      ? found !== undefined
      : meets(found, asked);
  });

/** The only one that fits, or the one that wins over all others that do. */
export function decided(value: Value, all: readonly Candidate[]): string {
  const fitting = all.filter((each) => passes(value, each.tests));
  const winner = fitting.find((each) =>
    fitting.every((other) => other === each || each.over.includes(other.label)),
  );
  return winner?.label ?? "unrecognized";
}
