import type { Name } from "../ir/declaration-plan.ts";
import type { Bounds, Condition, PropertyTest } from "../ir/type-graph.ts";
import { literal, objectKey } from "./literal.ts";
import type { Printer } from "./printer.ts";

/** Tests of properties as an object of templates/runtime/tests. */
export function testsText(
  tests: readonly PropertyTest[],
  printer: Printer,
): string {
  if (tests.length === 0) return "{}";
  return `{ ${tests.map((test) => `${objectKey(test.wireName)}: ${testText(test, printer)}`).join(", ")} }`;
}

function testText(
  { required, condition }: PropertyTest,
  printer: Printer,
): string {
  if (required && condition.kind === "any") return use(printer, "present");
  const test = conditionText(condition, printer);
  if (required || condition.kind === "absent") return test;
  return `${use(printer, "optional")}(${test})`;
}

function conditionText(condition: Condition, printer: Printer): string {
  const call = (name: string, ...args: readonly string[]): string =>
    `${use(printer, name)}(${args.join(", ")})`;
  const inner = (of: Condition): string => conditionText(of, printer);
  switch (condition.kind) {
    case "any":
      return use(printer, "anything");
    case "absent":
      return use(printer, "absent");
    case "types":
      return call("ofType", ...condition.types.map(literal));
    case "literal":
      return call("oneOf", ...condition.values.map(literal));
    case "prefix":
      return call("startingWith", ...condition.prefixes.map(literal));
    case "text":
      return call("textOf", ...bounds(condition, 0));
    case "number":
      return call(
        condition.integer ? "integer" : "between",
        ...bounds(condition, -Infinity, condition.open),
      );
    case "items":
      return call(
        "itemsOf",
        `[${condition.values.map(literal).join(", ")}]`,
        ...bounds(condition, 0),
      );
    case "each":
      return call("each", inner(condition.of), ...bounds(condition, 0));
    case "places":
      return call(
        "eachOf",
        `[${condition.of.map(inner).join(", ")}]`,
        ...bounds(condition, 0),
      );
    case "object":
      return call(
        "within",
        testsText(condition.tests, printer),
        ...(condition.closed ? ["true"] : []),
      );
    case "values":
      return call("eachValue", inner(condition.of));
    case "nullable":
      return call("orNull", inner(condition.of));
    case "either":
      return call("either", ...condition.of.map(inner));
    default:
      return condition satisfies never;
  }
}

const use = (printer: Printer, name: string): string =>
  printer.name({
    name,
    module: "runtime/tests",
    typeOnly: false,
  } satisfies Name);

/** Arguments for bounds, as few as they need; `least` is what the lower one is by default. */
function bounds(
  { min, max }: Bounds,
  least: number,
  open?: string,
): readonly string[] {
  const from = min ?? least;
  const lower = from === -Infinity ? "-Infinity" : literal(from);
  if (open !== undefined)
    return [
      lower,
      max === undefined ? "Infinity" : literal(max),
      literal(open),
    ];
  if (max !== undefined) return [lower, literal(max)];
  return from === least ? [] : [lower];
}
