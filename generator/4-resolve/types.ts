import type { Report } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type {
  Discriminator,
  SchemaGraph,
  SchemaId,
  SchemaNode,
} from "../ir/schema-graph.ts";
import type { Meta, TypeId, TypeNode } from "../ir/type-graph.ts";
import { memoise } from "../util/memoise.ts";

/**
 * The type graph while it is being built, on demand: an id can be had, and referred to, before
 * its node is worked out. That is how recursion through objects and arrays needs no special case.
 */
export interface Types {
  readonly schemas: SchemaGraph;
  readonly report: Report;
  /** Bases with a discriminator -> the components that inherit from them. */
  readonly children: ReadonlyMap<SchemaId, readonly SchemaId[]>;
  /** Registers how to work a node out. The first registration of an id stands. */
  define(id: TypeId, build: () => TypeNode): TypeId;
  /** The node of an id, worked out now if it was not. */
  node(id: TypeId): TypeNode;
  /**
   * The node of an id where that can be had at any time: it was worked out before, or is of a schema that is made of
   * no others. To ask for any other could lead back to what is under way.
   */
  peek(id: TypeId): TypeNode | undefined;
  /** What an intersection was made of; of any other type it is the type itself. */
  partsOf(id: TypeId): readonly TypeId[];
  /** Puts another node in the place of the one that was built under its id. */
  redefine(node: TypeNode): void;
  /** Whether the node is being worked out further up: asking for it now would not end. */
  pending(id: TypeId): boolean;
  /** Whether the node is, or is made of, what is being worked out further up: it would come out without that. */
  isUnderWay(id: TypeId): boolean;
  /**
   * The id of what is made of both, whatever they were made of: `(A & B) & A` is `A & B`. `is`: the one of
   * the two that is made of all that the other is made of.
   */
  intersection(
    left: TypeId,
    right: TypeId,
  ): { readonly id: TypeId; readonly is: TypeId | undefined };
  /** Says that a schema whose type this is says more than the type does. */
  understate(id: TypeId): void;
  /** The type of a schema; set by `resolve`. Asks for no node. */
  typeOf(schema: SchemaId): TypeId;
  /** Unions with a declared discriminator. */
  readonly declared: Map<TypeId, Discriminator>;
  /** A variant that an intersection made -> the variant as its author listed it. */
  readonly derived: Map<TypeId, TypeId>;
}

export function createTypes(
  schemas: SchemaGraph,
  children: Types["children"],
  report: Report,
  typeOf: (types: Types, schema: SchemaId) => TypeId,
): Types & { readonly built: ReadonlyMap<TypeId, TypeNode> } {
  const builders = new Map<TypeId, () => TypeNode>();
  const built = new Map<TypeId, TypeNode>();
  const pending = new Set<TypeId>();
  const understated = new Set<TypeId>();
  const members = new Map<TypeId, readonly TypeId[]>();
  const partsOf = (id: TypeId) => members.get(id) ?? [id];
  const isAlone = (id: TypeId): boolean => {
    const schema = schemas.get(id as string as SchemaId);
    return (
      schema !== undefined && !children.has(schema.id) && !hasParts(schema)
    );
  };
  const made = (id: TypeId): readonly TypeId[] => {
    const parts = partsOf(id);
    const schema = schemas.get(id as string as SchemaId);
    if (parts.length > 1 || schema === undefined)
      return parts.filter((part) => part !== id);
    const { ref, allOf, anyOf, oneOf } = schema;
    const inherit = children.get(schema.id) ?? [];
    const from = ref === undefined ? [] : [ref];
    return [...from, ...allOf, ...anyOf, ...oneOf, ...inherit].map(
      types.typeOf,
    );
  };
  const isUnderWay = (id: TypeId, met: Set<TypeId>): boolean => {
    if (pending.has(id)) return true;
    if (built.has(id) || met.has(id)) return false;
    met.add(id);
    return made(id).some((part) => isUnderWay(part, met));
  };
  /** What a type says of its values that is made of nothing but itself: nothing. */
  const ofItself = (id: TypeId): TypeNode => {
    const around = [...pending].flatMap(
      (each) => schemas.get(each as string as SchemaId) ?? [],
    );
    const { origin } = around.at(-1) ?? { origin: { source: "", pointer: "" } };
    report("schema/reference-cycle", origin, { reference: id });
    return { ...bare(id, origin), kind: "unknown", incomplete: true };
  };
  const types: Types & { readonly built: ReadonlyMap<TypeId, TypeNode> } = {
    schemas,
    children,
    report,
    built,
    declared: new Map<TypeId, Discriminator>(),
    derived: new Map<TypeId, TypeId>(),
    define(id: TypeId, build: () => TypeNode): TypeId {
      if (!builders.has(id)) builders.set(id, build);
      return id;
    },
    node(id: TypeId): TypeNode {
      const known = built.get(id);
      if (known !== undefined) return known;
      const build = builders.get(id);
      if (build === undefined) throw new Error(`internal: no type ${id}`);
      if (pending.has(id)) return ofItself(id);
      pending.add(id);
      const made = build();
      const node = understated.has(id) ? { ...made, incomplete: true } : made;
      pending.delete(id);
      built.set(id, node);
      return node;
    },
    peek: (id) =>
      built.get(id) ??
      (isAlone(id) && !pending.has(id) ? types.node(id) : undefined),
    partsOf,
    redefine(node: TypeNode): void {
      built.set(node.id, node);
    },
    pending: (id: TypeId): boolean => pending.has(id),
    isUnderWay: (id: TypeId): boolean => isUnderWay(id, new Set()),
    intersection(left: TypeId, right: TypeId) {
      const [a, b] = [partsOf(left), partsOf(right)];
      const all = [...new Set([...a, ...b])];
      if (all.length === a.length) return { id: left, is: left };
      if (all.length === b.length) return { id: right, is: right };
      const id = madeOf(all.join(" & "));
      members.set(id, all);
      return { id, is: undefined };
    },
    understate(id: TypeId): void {
      understated.add(id);
      const known = built.get(id);
      if (known !== undefined) built.set(id, { ...known, incomplete: true });
    },
    typeOf: memoise((schema: SchemaId): TypeId => typeOf(types, schema)),
  };
  return types;
}

/** Whether a schema is made of others, whose types have to be worked out for its own. */
export const hasParts = ({ ref, allOf, anyOf, oneOf }: SchemaNode): boolean =>
  ref !== undefined || allOf.length + anyOf.length + oneOf.length > 0;

/** A type that came from no schema of its own: its id says what it was made of. */
export const madeOf = (...parts: readonly string[]): TypeId =>
  parts.join("") as TypeId;

export const bare = (id: TypeId, origin: Origin): Meta => ({
  id,
  origin,
  constraints: {},
  annotations: {},
});

/** Ends the id of what is in a map of which nobody says what it has: no place in a document has a bare tilde (RFC 6901 §3). */
export const anyValues = "/~values";

/** Any value, at a place inside a type that nobody wrote. */
export function unknownType(of: Meta, suffix: string, types: Types): TypeId {
  const id = madeOf(of.id, suffix);
  return types.define(id, () => ({ ...bare(id, of.origin), kind: "unknown" }));
}
