import type { TypeExpr } from "../../ir/declaration-plan.ts";
import type { PropertyEncoding } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { essenceOf, mediaKind } from "./media-types.ts";
import { isBinary } from "./schema-kinds.ts";

/** Something that stands for the unchanged type of a variant beside a file. */
export type Unchanged = { readonly kind: "unchanged"; readonly type: TypeId };
/** The type of a part, where it is not the type that the schema has in JSON. */
export type PartType =
  | Unchanged
  | { readonly kind: "file" }
  | { readonly kind: "expr"; readonly expr: TypeExpr }
  | { readonly kind: "array"; readonly items: PartType }
  | { readonly kind: "union"; readonly members: readonly PartType[] };

const file: PartType = { kind: "file" };
const text: PartType = {
  kind: "expr",
  expr: { kind: "keyword", keyword: "string" },
};

/**
 * A file is one where it is a part of its own; deeper down it is a string in JSON. So is what no type says anything of, if its media type is not text; an object in a
 * media type that we cannot write is whatever the caller made of it. `undefined`: nothing of the kind.
 */
export function partType(
  type: TypeId,
  encoding: PropertyEncoding | undefined,
  resolved: Resolved,
): PartType | undefined {
  const known = new Map<TypeId, PartType | undefined>();
  const inner = (id: TypeId): PartType | undefined => {
    if (known.has(id)) return known.get(id);
    known.set(id, undefined); // a list may be an item of its own
    const found = ofType(id, encoding, resolved, inner);
    known.set(id, found);
    return found;
  };
  return inner(type);
}

function ofType(
  type: TypeId,
  encoding: PropertyEncoding | undefined,
  resolved: Resolved,
  inner: (type: TypeId) => PartType | undefined,
): PartType | undefined {
  const node = resolved.types.get(type);
  if (isBinary(node)) return file;
  switch (node?.kind) {
    case "nullable": {
      const of = inner(node.of);
      const none: TypeExpr = { kind: "keyword", keyword: "null" };
      return (
        of && { kind: "union", members: [of, { kind: "expr", expr: none }] }
      );
    }
    case "array": {
      const items = inner(node.items);
      return items && { kind: "array", items };
    }
    case "union": {
      const members = node.variants.map((variant) => inner(variant));
      if (members.every((member) => member === undefined)) return undefined;
      return {
        kind: "union",
        members: node.variants.map(
          (variant, index) =>
            members[index] ?? { kind: "unchanged", type: variant },
        ),
      };
    }
    case "unknown":
      return isBytes(encoding) ? file : undefined;
    case "object":
    case "record":
    case "intersection":
      return isForeign(encoding)
        ? { kind: "union", members: [text, file] }
        : undefined;
    default:
      return undefined;
  }
}

const typesOf = (encoding: PropertyEncoding | undefined) =>
  (encoding?.contentType ?? "")
    .split(",")
    .map((type) => essenceOf(type))
    .filter((type) => type.includes("/"));

const isBytes = (encoding: PropertyEncoding | undefined): boolean =>
  typesOf(encoding).some((type) =>
    ["binary", "any"].includes(mediaKind({ type })),
  );

/** Neither JSON nor anything that may be JSON. */
const isForeign = (encoding: PropertyEncoding | undefined): boolean => {
  const types = typesOf(encoding);
  return (
    types.length > 0 &&
    types.every((type) => !["json", "any"].includes(mediaKind({ type })))
  );
};
