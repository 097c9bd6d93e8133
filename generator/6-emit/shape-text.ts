import type { ShapeExpr } from "../ir/shape-expr.ts";
import type { PropertyTest, Scalar } from "../ir/type-graph.ts";
import { literal, objectKey } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { testsText } from "./test-text.ts";
import { runtimeValue } from "./runtime-name.ts";

/** A shape as an expression of templates/runtime. */
export function shapeText(of: ShapeExpr, printer: Printer): string {
  const call = (name: string, ...args: readonly string[]): string =>
    `${printer.name(runtimeValue("shapes", name))}(${args.join(", ")})`;
  const inner = (shape: ShapeExpr): string => shapeText(shape, printer);
  switch (of.kind) {
    case "reference":
      return printer.name(of.name);
    case "properties":
      return call(
        "properties",
        object(of.properties.map(({ name, shape }) => [name, inner(shape)])),
      );
    case "items":
      return call("items", inner(of.items));
    case "values":
      return call(
        "values",
        inner(of.values),
        ...(of.except.length === 0 && of.prefix === undefined
          ? []
          : [literal(of.except)]),
        ...(of.prefix === undefined ? [] : [literal(of.prefix)]),
      );
    case "places": {
      const places = of.places.map((place) =>
        place === undefined ? "undefined" : inner(place),
      );
      const rest = of.rest === undefined ? [] : [inner(of.rest)];
      return call("places", `[${places.join(", ")}]`, ...rest);
    }
    case "all":
      return call("all", ...of.shapes.map(inner));
    case "withoutTag":
      return `${printer.name(runtimeValue("without-tag", "withoutTag"))}(${[of.tag, ...of.labels].map(literal).join(", ")})`;
    case "select": {
      const cases = of.cases.map(
        ({ values, shape }) =>
          `[[${values.map(scalarText).join(", ")}]${shape === undefined ? "" : `, ${inner(shape)}`}]`,
      );
      return call(
        "select",
        literal(of.property),
        `[${cases.join(", ")}]`,
        ...(of.otherwise === undefined ? [] : [inner(of.otherwise)]),
      );
    }
    case "tagged": {
      const shapes = [
        ...of.cases,
        { label: "unrecognized", shape: of.otherwise },
      ];
      const inside = shapes.flatMap(({ label, shape }) =>
        shape === undefined ? [] : [[label, inner(shape)] as const],
      );
      const choose = choiceText(of.cases, printer);
      const index = indexText(of.cases, printer);
      const tests = object(
        of.cases.map((each) => [each.label, testsText(each.tests, printer)]),
      );
      const more = [
        ...(choose === undefined ? [] : [["choose", choose] as const]),
        ...(index === undefined ? [] : [["index", index] as const]),
        ...(inside.length === 0 ? [] : [["inside", object(inside)] as const]),
      ];
      const [name, ...args] =
        of.tag === undefined
          ? [runtimeValue("of-variants", "ofVariants"), tests]
          : [runtimeValue("tagged", "tagged"), literal(of.tag), tests];
      if (more.length > 0) args.push(object(more));
      return `${printer.name(name)}(${args.join(", ")})`;
    }
    default:
      return of satisfies never;
  }
}

const scalarText = (value: Scalar | undefined): string =>
  value === undefined ? "undefined" : literal(value);

/** Fewer variants than this are tested one after the other: that costs less time than an index costs bytes. */
const indexed = 6;

/** What finds the variants that are worth testing, where there are many and it has something to find them by. */
export const indexText = (
  cases: readonly { readonly tests: readonly PropertyTest[] }[],
  printer: Printer,
): string | undefined =>
  cases.length < indexed || !cases.some(({ tests }) => haveHead(tests))
    ? undefined
    : printer.name(runtimeValue("by-head", "byHead"));

/** Whether a test knows the scalars, or the first items, of all that pass it: `heads` of templates/runtime/tests. */
const haveHead = (tests: readonly PropertyTest[]): boolean =>
  tests.some(({ condition }) => {
    const bare = condition.kind === "nullable" ? condition.of : condition;
    return bare.kind === "object"
      ? haveHead(bare.tests)
      : /^(literal|items|absent)$/.test(bare.kind);
  });

/** How one of several variants is chosen that a value fits, if any is more specific than another. */
export function choiceText(
  cases: readonly {
    readonly label: string;
    readonly over: readonly string[];
  }[],
  printer: Printer,
): string | undefined {
  const over = cases.flatMap(({ label, over: others }) =>
    others.length === 0 ? [] : [[label, literal(others)] as const],
  );
  return over.length === 0
    ? undefined
    : `${printer.name(runtimeValue("specific", "specific"))}(${object(over)})`;
}

/** A shape that a module declares: modules may be circular, so it is put together when it is needed. */
export const lazyShapeText = (of: ShapeExpr, printer: Printer): string =>
  `/* @__PURE__ */ ${printer.name(runtimeValue("shape", "lazy"))}(() => ${shapeText(of, printer)})`;

export const object = (
  members: readonly (readonly [name: string, text: string])[],
): string =>
  members.length === 0
    ? "{}"
    : `{ ${members.map(([name, text]) => `${objectKey(name)}: ${text}`).join(", ")} }`;
