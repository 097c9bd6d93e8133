import type { ShapeExpr } from "../ir/shape-expr.ts";
import type { Scalar } from "../ir/type-graph.ts";
import { decideText } from "./decide-text.ts";
import { literal, objectKey } from "./literal.ts";
import type { Printer } from "./printer.ts";
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
      const decide = decideText(of.cases, printer);
      const [name, ...args] =
        of.tag === undefined
          ? [runtimeValue("of-variants", "ofVariants"), decide]
          : [runtimeValue("tagged", "tagged"), literal(of.tag), decide];
      if (inside.length > 0) args.push(object(inside));
      return `${printer.name(name)}(${args.join(", ")})`;
    }
    default:
      return of satisfies never;
  }
}

const scalarText = (value: Scalar | null | undefined): string =>
  value === undefined ? "undefined" : literal(value);

/** A shape that a module declares: modules may be circular, so it is put together when it is needed. */
export const lazyShapeText = (of: ShapeExpr, printer: Printer): string =>
  `/* @__PURE__ */ ${printer.name(runtimeValue("shape", "lazy"))}(() => ${shapeText(of, printer)})`;

export const object = (
  members: readonly (readonly [name: string, text: string])[],
): string =>
  members.length === 0
    ? "{}"
    : `{ ${members.map(([name, text]) => `${objectKey(name)}: ${text}`).join(", ")} }`;
