import { childrenOf } from "../ir/children.ts";
import type { Origin } from "../diagnostics/origin.ts";
import { equalTypes } from "../ir/equal-types.ts";
import type {
  ObjectNode,
  Property,
  TypeId,
  TypeNode,
} from "../ir/type-graph.ts";
import { bare, madeOf, type Types } from "./types.ts";

/** TypeScript multiplies intersections of unions out, and refuses those of more than 100,000 alternatives. */
const typeBudget = 4096;

/**
 * An intersection that is too large to be written out. As many of its unions as TypeScript can multiply out stay what
 * they are; of each of the others that is left what its variants have in common.
 */
export function keepIntersection(
  members: readonly TypeId[],
  id: TypeId,
  at: Origin,
  types: Types,
): TypeNode {
  let room = typeBudget;
  let loosened = 0;
  const kept = members.map((member) => {
    const size = alternatives(member, types);
    if (size > Math.max(room, 1) && room < typeBudget) {
      loosened += unionsIn(member, types);
      return loose(member, types);
    }
    room /= size;
    return member;
  });
  const counts = members.map((member) => combinations(member, types));
  const variants = counts.reduce((all, count) => all * count, 1);
  if (variants > 1)
    types.report("union/too-large", at, {
      variants,
      loosened,
    });
  return { ...bare(id, at), kind: "intersection", members: kept };
}

function unionsIn(id: TypeId, types: Types): number {
  const node = types.node(id);
  if (node.kind !== "intersection") return node.kind === "union" ? 1 : 0;
  return node.members.reduce((all, each) => all + unionsIn(each, types), 0);
}

/** How many alternatives TypeScript sees: a union may have one more, for what it does not know. */
const alternatives = (id: TypeId, types: Types): number => sizeOf(id, types, 1);

/** How many combinations of variants a type stands for. */
const combinations = (id: TypeId, types: Types): number => sizeOf(id, types, 0);

function sizeOf(id: TypeId, types: Types, arm: number): number {
  if (types.pending(id)) return 1;
  const node = types.node(id);
  const sizes = (ids: readonly TypeId[]) =>
    ids.map((each) => sizeOf(each, types, arm));
  if (node.kind === "union")
    return sizes(node.variants).reduce((all, size) => all + size, arm);
  return node.kind === "intersection"
    ? sizes(node.members).reduce((all, size) => all * size, 1)
    : 1;
}

/** What all variants have in common; what only some have is known by name. */
function loose(id: TypeId, types: Types): TypeId {
  const made = madeOf(id, "/loose");
  return types.define(made, () => {
    const node = types.node(id);
    if (node.kind === "intersection")
      return {
        ...node,
        id: made,
        members: node.members.map((member) => loose(member, types)),
      };
    if (node.kind !== "union") return { ...node, id: made };
    const meta = { ...bare(made, node.origin), incomplete: true };
    const variants = node.variants.map((variant) => types.node(variant));
    const objects = variants.filter((variant) => variant.kind === "object");
    if (objects.length < variants.length) return { ...meta, kind: "unknown" };
    return {
      ...meta,
      kind: "object",
      properties: commonProperties(objects, made, types),
      extends: [],
      additional: undefined,
      closed: false,
    };
  });
}

function commonProperties(
  objects: readonly ObjectNode[],
  id: TypeId,
  types: Types,
): readonly Property[] {
  const all = objects.flatMap(({ properties }) => properties);
  const names = [...new Set(all.map(({ wireName }) => wireName))];
  return names.flatMap((name): Property[] => {
    const found = all.filter(({ wireName }) => wireName === name);
    const [first, ...others] = found;
    if (first === undefined) return [];
    const isShared =
      found.length === objects.length &&
      others.every(
        ({ type, access }) =>
          access === first.access && isSame(type, first.type, types),
      );
    const required =
      found.length === objects.length && found.every((each) => each.required);
    if (isShared) return [{ ...first, required }];
    const type = madeOf(id, "/", name);
    types.define(type, () => ({
      ...bare(type, first.origin),
      kind: "unknown",
      incomplete: true,
    }));
    const plain = { annotations: {}, constraints: {}, access: "both" } as const;
    return [{ ...first, ...plain, type, required }];
  });
}

/** Whether types are known to be equal by now: one that names others may not be there yet. */
function isSame(a: TypeId, b: TypeId, types: Types): boolean {
  if (a === b) return true;
  const nodes = [types.peek(a), types.peek(b)];
  return (
    nodes.every(
      (node) => node !== undefined && childrenOf(node).length === 0,
    ) && equalTypes(a, b, types)
  );
}
