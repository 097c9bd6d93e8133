import type { ShapeExpr, TaggedCase } from "../../ir/shape-expr.ts";
import type { TypeId, TypeNode, UnionNode } from "../../ir/type-graph.ts";
import { tagName } from "./union-tag.ts";
import type { TypeModel } from "./model.ts";
import { isTagged } from "./usage.ts";

/** Where tags are added inside a type: its own declared shape, or one written out. */
export function shapeExpr(
  type: TypeId,
  model: TypeModel,
): ShapeExpr | undefined {
  if (!model.usage.carriesTag.has(type)) return undefined;
  const name = model.shapeNameOf(type);
  return name === undefined
    ? shapeOf(type, model)
    : { kind: "reference", name };
}

/** The shape of a type, written out: never a mere reference, which modules in a circle could not resolve. */
export function shapeOf(type: TypeId, model: TypeModel): ShapeExpr {
  const inner = (child: TypeId) => shapeExpr(child, model);
  const shape = shapeOfNode(model.node(type), inner, model);
  if (shape === undefined) return { kind: "all", shapes: [] };
  return shape.kind === "reference" ? { kind: "all", shapes: [shape] } : shape;
}

function shapeOfNode(
  node: TypeNode,
  inner: (type: TypeId) => ShapeExpr | undefined,
  model: TypeModel,
): ShapeExpr | undefined {
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
      return all([
        ...(properties.length === 0
          ? []
          : [{ kind: "properties" as const, properties }]),
        ...(values === undefined
          ? []
          : [{ kind: "values" as const, values, except }]),
        ...(node.patterns ?? []).flatMap(({ prefix, values: of }) => {
          const values = inner(of);
          return values === undefined
            ? []
            : [{ kind: "values" as const, values, except, prefix }];
        }),
      ]);
    }
    case "intersection":
      return all(node.members.flatMap((member) => inner(member) ?? []));
    case "union":
      return unionShape(node, inner, model);
    default:
      return node satisfies never;
  }
}

function unionShape(
  node: UnionNode,
  inner: (type: TypeId) => ShapeExpr | undefined,
  model: TypeModel,
): ShapeExpr | undefined {
  const { telltale } = node;
  if (telltale.by === "elimination" && isTagged(node)) {
    const labels = model.labels(node.id);
    const label = (variant: TypeId) =>
      labels[node.variants.indexOf(variant)] ?? "";
    const cases = telltale.cases.map(
      ({ variant, tests, over }): TaggedCase => ({
        label: label(variant),
        tests,
        over: over.map(label),
        shape: inner(variant),
      }),
    );
    const others = node.variants.filter(
      (variant) => model.node(variant).kind !== "object",
    );
    return all([
      { kind: "tagged", tag: tagName(node, model), cases },
      ...others.flatMap((other) => inner(other) ?? []),
    ]);
  }
  if (telltale.by === "declared" || telltale.by === "literal") {
    const otherwise = telltale.otherwise && inner(telltale.otherwise);
    const cases = telltale.cases.flatMap(({ variant, values }) => {
      if (variant === telltale.otherwise) return [];
      const shape = inner(variant);
      return shape === undefined && otherwise === undefined
        ? []
        : [{ values, shape }];
    });
    const others = node.variants.filter(
      (variant) => model.node(variant).kind !== "object",
    );
    return all([
      ...(cases.length === 0
        ? []
        : [
            {
              kind: "select" as const,
              property: telltale.property,
              cases,
              otherwise,
            },
          ]),
      ...others.flatMap((other) => inner(other) ?? []),
    ]);
  }
  // Variants that nothing tells apart: a tag inside one would be a guess.
  const objects = node.variants.filter(
    (variant) => model.node(variant).kind === "object",
  );
  const safe =
    objects.length > 1
      ? node.variants.filter((variant) => !objects.includes(variant))
      : node.variants;
  return all(safe.flatMap((variant) => inner(variant) ?? []));
}

function all(shapes: readonly ShapeExpr[]): ShapeExpr | undefined {
  const [only, second] = shapes;
  return second === undefined ? only : { kind: "all", shapes };
}
