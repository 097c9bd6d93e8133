import type {
  Name,
  ShapeExpr,
  TaggedCase,
  TestPlan,
} from "../ir/client-plan.ts";
import type { Condition } from "../ir/type-graph.ts";
import { literal, objectKey } from "./literal.ts";
import type { Printer } from "./printer.ts";

const runtime = (module: string, name: string): Name => ({
  name,
  module: `runtime/${module}`,
  typeOnly: false,
});

/** A shape as an expression of templates/runtime. References are functions: modules may be circular. */
export function shapeText(of: ShapeExpr, printer: Printer): string {
  const call = (name: string, ...args: readonly string[]): string =>
    `${printer.name(runtime("shapes", name))}(${args.join(", ")})`;
  const inner = (shape: ShapeExpr): string => shapeText(shape, printer);
  switch (of.kind) {
    case "reference":
      return `() => ${printer.name(of.name)}`;
    case "properties":
      return call(
        "properties",
        object(of.properties.map(({ name, shape }) => [name, inner(shape)])),
      );
    case "items":
      return call("items", inner(of.items));
    case "values":
      return call("values", inner(of.values));
    case "all":
      return call("all", ...of.shapes.map(inner));
    case "select": {
      const cases = of.cases.map(
        ({ values, shape }) =>
          `[[${values.map(literal).join(", ")}], ${inner(shape)}]`,
      );
      return call("select", literal(of.property), `[${cases.join(", ")}]`);
    }
    case "tagged": {
      const inside = of.cases.flatMap(({ label, shape }) =>
        shape === undefined ? [] : [[label, inner(shape)] as const],
      );
      const tests = object(
        of.cases.map((each) => [each.label, testsText(each, printer)]),
      );
      const args = [
        literal(of.tag),
        tests,
        ...(inside.length === 0 ? [] : [object(inside)]),
      ];
      return `${printer.name(runtime("tagged", "tagged"))}(${args.join(", ")})`;
    }
    default:
      return of satisfies never;
  }
}

const testsText = ({ tests }: TaggedCase, printer: Printer): string =>
  object(tests.map((test) => [test.path[0] ?? "", testText(test, printer)]));

function testText({ required, condition }: TestPlan, printer: Printer): string {
  const test = conditionText(condition, printer);
  return required || condition.kind === "any"
    ? test
    : `${printer.name(runtime("tests", "optional"))}(${test})`;
}

function conditionText(condition: Condition, printer: Printer): string {
  const test = (name: string) => printer.name(runtime("tests", name));
  switch (condition.kind) {
    case "any":
      return test("present");
    case "types":
      return `${test("ofType")}(${condition.types.map(literal).join(", ")})`;
    case "literal":
      return `${test("oneOf")}(${condition.values.map(literal).join(", ")})`;
    case "items": {
      const values = `[${condition.values.map(literal).join(", ")}]`;
      return `${test("itemsOf")}(${values}${condition.minItems > 0 ? `, ${condition.minItems}` : ""})`;
    }
    default:
      return condition satisfies never;
  }
}

export const object = (
  members: readonly (readonly [name: string, text: string])[],
): string =>
  members.length === 0
    ? "{}"
    : `{ ${members.map(([name, text]) => `${objectKey(name)}: ${text}`).join(", ")} }`;
