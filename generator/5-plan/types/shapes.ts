import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import { aloneShape } from "./returned-tags.ts";
import { eitherShape, openedShape } from "./either-shape.ts";
import type { TypeModel } from "./model.ts";
import {
  all,
  present,
  type ShapeContext,
  type Undecided,
} from "./shape-context.ts";
import { isTaggedHere } from "./union-tag.ts";
import type { View } from "./usage.ts";

/**
 * Where tags are added inside a type that is received, and taken off one that is sent: its own declared shape, or
 * one written out.
 */
export function shapeExpr(
  type: TypeId,
  view: View,
  model: TypeModel,
): ShapeExpr | undefined {
  if (!carries(type, view, model)) return undefined;
  const name = model.shapeNameOf(type);
  return name === undefined
    ? shapeOf(type, view, model)
    : { kind: "reference", name };
}

const carries = (type: TypeId, view: View, { usage }: TypeModel): boolean =>
  usage.carriesTag.has(type) ||
  (view === "input" && usage.returned.carries.has(type));

/** The shape of a type, written out, which for what is sent serves both ways: never a mere reference, which modules in a circle could not resolve. */
export function shapeOf(type: TypeId, view: View, model: TypeModel): ShapeExpr {
  const shape = writtenShape(type, view, model, () => {});
  if (shape === undefined) return { kind: "all", shapes: [] };
  return shape.kind === "reference" ? { kind: "all", shapes: [shape] } : shape;
}

/** The places inside a type, short of types with shapes of their own, at which values get no tag. */
export function undecidedIn(
  type: TypeId,
  model: TypeModel,
): readonly Undecided[] {
  const found: Undecided[] = [];
  writtenShape(type, "output", model, (undecided) => found.push(undecided));
  return found;
}

const writtenShape = (
  type: TypeId,
  view: View,
  model: TypeModel,
  undecided: ShapeContext["undecided"],
): ShapeExpr | undefined =>
  shapeOfNode(model.node(type), {
    model,
    sends: view === "input",
    carries: (child) => carries(child, view, model),
    inner: (child) => shapeExpr(child, view, model),
    undecided,
  });

function shapeOfNode(
  node: TypeNode,
  context: ShapeContext,
): ShapeExpr | undefined {
  const { inner, model } = context;
  switch (node.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
    case "enum":
      return undefined;
    case "nullable":
      return inner(node.of);
    case "array": {
      const items = inner(node.items);
      return items && { kind: "items", items };
    }
    case "tuple": {
      const places = node.items.map(inner);
      const rest = node.rest && inner(node.rest);
      const isBare =
        rest === undefined && places.every((place) => place === undefined);
      return isBare ? undefined : { kind: "places", places, rest };
    }
    case "record": {
      const values = inner(node.values);
      return values && { kind: "values", values, except: [] };
    }
    case "object": {
      const properties = node.properties.flatMap(({ wireName, type }) => {
        const shape = inner(type);
        return shape === undefined ? [] : [{ name: wireName, shape }];
      });
      const values = node.additional && inner(node.additional);
      const except = node.properties.map(({ wireName }) => wireName);
      return all(
        present(
          aloneShape(node.id, context),
          properties.length === 0
            ? undefined
            : { kind: "properties", properties },
          values && { kind: "values", values, except },
          ...(node.patterns ?? []).map(({ prefix, values: of }) => {
            const values = inner(of);
            return (
              values && { kind: "values" as const, values, except, prefix }
            );
          }),
        ),
      );
    }
    case "intersection": {
      // Two decoders would each put their own tag in the one place.
      const tagged = node.members.filter((member) => {
        const of = model.node(member);
        return of.kind === "union" && isTaggedHere(of, model);
      });
      const others = node.members.filter((member) => !tagged.includes(member));
      return all(present(...others.map(inner), eitherShape(tagged, context)));
    }
    case "union":
      return openedShape([node.id], context);
    default:
      return node satisfies never;
  }
}
