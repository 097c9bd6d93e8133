import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { TypeId, TypeNode, UnionNode } from "../../ir/type-graph.ts";
import { isMap, mapsShape } from "./maps-shape.ts";
import { eitherReturnedShape } from "./returned-tags.ts";
import { selectShape } from "./select-shape.ts";
import {
  all,
  present,
  type Place,
  type ShapeContext,
} from "./shape-context.ts";
import { taggedShape } from "./tagged-shape.ts";

const outermost: Place = { path: "", open: [] };

/** Types inside types that nothing tells apart are compared as deep as this. */
const deepest = 6;

/**
 * The shape of a value that is of one of these types, of which nothing says which: what stands in it is
 * looked at where all types that know the place agree on what is there.
 */
export function eitherShape(
  types: readonly TypeId[],
  context: ShapeContext,
  { path, open }: Place = outermost,
): ShapeExpr | undefined {
  const { model } = context;
  const distinct = [...new Set(types.map(model.inventory.same))];
  const [only, second] = distinct;
  if (only === undefined) return undefined;
  if (second === undefined) return context.inner(only);
  if (!distinct.some(context.carries)) return undefined;
  const key = [...distinct].sort().join("\n");
  if (open.includes(key) || open.length === deepest) {
    context.undecided({ place: path, types: distinct });
    return undefined;
  }
  return openedShape(distinct, context, { path, open: [...open, key] });
}

/** The shape of a union, or of values of several: each JSON type has a part of its own. */
export function openedShape(
  types: readonly TypeId[],
  context: ShapeContext,
  at: Place = outermost,
): ShapeExpr | undefined {
  const { model } = context;
  const opened = [
    ...new Set(types.flatMap((type) => partsOf(type, context))),
  ].filter((type) => !scalars.has(model.node(type).kind));
  if (
    opened.length > 1 &&
    opened.some((type) => isAnything(model.node(type)))
  ) {
    context.undecided({ place: at.path, types: opened });
    return undefined;
  }
  const arrays = opened.filter((type) => isArray(model.node(type)));
  const objects = opened.filter((type) => !arrays.includes(type));
  return all(
    present(
      eitherReturnedShape(objects, context),
      arraysShape(arrays, context, at),
      objectsShape(objects, context, at),
    ),
  );
}

const scalars: ReadonlySet<TypeNode["kind"]> = new Set([
  "never",
  "null",
  "boolean",
  "string",
  "number",
  "integer",
  "enum",
]);

const isAnything = ({ kind }: TypeNode): boolean =>
  kind === "unknown" || kind === "intersection";

/** A type without null, a union as its variants; one that is told apart is one type for all of its objects. */
function partsOf(type: TypeId, context: ShapeContext): readonly TypeId[] {
  const { model } = context;
  const node = model.node(type);
  if (node.kind === "nullable") return partsOf(node.of, context);
  if (node.kind !== "union") return [model.inventory.same(type)];
  const { by } = node.telltale;
  const isTold = by !== "jsonType" && by !== "nothing";
  const variants = isTold
    ? node.variants.filter((variant) => model.node(variant).kind !== "object")
    : node.variants;
  return [
    ...(isTold ? [model.inventory.same(type)] : []),
    ...variants.flatMap((variant) => partsOf(variant, context)),
  ];
}

type ArrayNode = TypeNode & { kind: "array" | "tuple" };
const isArray = (node: TypeNode): node is ArrayNode =>
  node.kind === "array" || node.kind === "tuple";

function arraysShape(
  types: readonly TypeId[],
  context: ShapeContext,
  { path, open }: Place,
): ShapeExpr | undefined {
  const [only, second] = types;
  if (only === undefined) return undefined;
  if (second === undefined) return context.inner(only);
  const nodes = types.map(context.model.node).filter(isArray);
  const deeper = { path: `${path}[]`, open };
  const at = (place: number) =>
    eitherShape(
      nodes.flatMap((node) => itemOf(node, place) ?? []),
      context,
      deeper,
    );
  const length = Math.max(
    ...nodes.map((node) => (node.kind === "tuple" ? node.items.length : 0)),
  );
  const places = Array.from({ length }, (_, place) => at(place));
  const rest = at(length);
  if (length === 0) return rest && { kind: "items", items: rest };
  return present(rest, ...places).length === 0
    ? undefined
    : { kind: "places", places, rest };
}

const itemOf = (node: ArrayNode, place: number): TypeId | undefined =>
  node.kind === "array" ? node.items : (node.items[place] ?? node.rest);

function objectsShape(
  types: readonly TypeId[],
  context: ShapeContext,
  at: Place,
): ShapeExpr | undefined {
  const { model } = context;
  if (!types.some(context.carries)) return undefined;
  const nodes = types.map(model.node);
  const [only, second] = nodes;
  const unions = nodes.filter(
    (node): node is UnionNode => node.kind === "union",
  );
  if (only !== undefined && second === undefined)
    return only.kind === "union" && !isWhole(only, context, at)
      ? unionShape(only, context, at)
      : context.inner(only.id);
  const maps = nodes.filter(isMap);
  if (maps.length === nodes.length)
    return mapsShape(maps, context, (name, types) =>
      eitherShape(types, context, {
        path: at.path === "" ? name : `${at.path}.${name}`,
        open: at.open,
      }),
    );
  const shape =
    unions.length === nodes.length ? taggedShape(unions, context) : undefined;
  if (shape === undefined) context.undecided({ place: at.path, types });
  return shape;
}

/** Whether a union met on the way has no variants but its objects, so that its own shape is theirs. */
const isWhole = (
  { variants }: UnionNode,
  { model }: ShapeContext,
  { open }: Place,
): boolean =>
  open.length > 0 &&
  variants.every((variant) => model.node(variant).kind === "object");

const unionShape = (
  union: UnionNode,
  context: ShapeContext,
  at: Place,
): ShapeExpr | undefined =>
  union.telltale.by === "elimination"
    ? taggedShape([union], context)
    : selectShape(union, context, (types) => eitherShape(types, context, at));
