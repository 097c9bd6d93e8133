import { createPairs, equalTypes } from "../../ir/equal-types.ts";
import type { TypeGraph, TypeId, TypeNode } from "../../ir/type-graph.ts";

/** Inline types smaller than this are merged only where they are the value of the same property. */
const tellingSize = 3;

/**
 * Finds the inline types that were written several times: descriptions without components repeat
 * themselves, clients should not. Returns, for each type that repeats an earlier one, that one. What is said in other words
 * is something else: a cat and an invoice of the same properties, a password that is sent and a token that comes back.
 *
 * @param candidates types that would get a name, in the order of the description
 */
export function mergeEqual(
  types: TypeGraph,
  candidates: readonly TypeId[],
  apart: (type: TypeId) => string,
): ReadonlyMap<TypeId, TypeId> {
  const nodes = { node: (id: TypeId) => found(types, id) };
  const buckets = new Map<string, TypeId[]>();
  const merged = new Map<TypeId, TypeId>();
  // What was met on the way to a success is equal as well, and need not be compared again.
  const proven = createPairs();
  const equal = (left: TypeId, right: TypeId): boolean => {
    const met = createPairs(proven);
    if (!equalTypes(left, right, nodes, met)) return false;
    for (const [one, others] of met.all)
      others.forEach((other) => proven.add(one, other));
    return true;
  };
  for (const id of candidates) {
    const node = nodes.node(id);
    const key = [
      outline(node),
      isTelling(node) ? "" : placeOf(id),
      apart(id),
      wordsOf(node),
    ].join("\n");
    const bucket = buckets.get(key) ?? [];
    const earlier = bucket.find((other) => equal(other, id));
    if (earlier !== undefined) merged.set(id, earlier);
    else buckets.set(key, [...bucket, id]);
  }
  return merged;
}

function found(types: TypeGraph, id: TypeId): TypeNode {
  const node = types.get(id);
  if (node === undefined)
    throw new Error(`internal: no type ${id} in the graph`);
  return node;
}

const isTelling = (node: TypeNode): boolean =>
  node.kind === "union" ||
  (node.kind === "object" && node.properties.length >= tellingSize);

/** A cheap necessary condition of equality. */
function outline(node: TypeNode): string {
  if (node.kind === "object") {
    return node.properties
      .map((property) => `${property.wireName}${property.required ? "!" : "?"}`)
      .join();
  }
  if (node.kind === "enum") return `enum ${node.values.join()}`;
  return node.kind === "union" ? `union ${node.variants.length}` : node.kind;
}

/** The last property name on the way to where the type is written; of a whole body, which way it goes. */
const placeOf = (id: TypeId): string =>
  /\/properties\/([^/]+)(?!.*\/properties\/)/.exec(id)?.[1] ??
  /\/(requestBody|responses|parameters)\//.exec(id)?.[0] ??
  "";

/** What is said of a type, and of each of its properties. */
const wordsOf = (node: TypeNode): string =>
  JSON.stringify([
    node.annotations.title,
    node.annotations.description,
    ...(node.kind === "object"
      ? node.properties.map(({ annotations }) => annotations.description)
      : []),
  ]);
