import type { Origin } from "../../diagnostics/origin.ts";
import type { Discriminator, SchemaId } from "../../ir/schema-graph.ts";
import type { TypeId, UnionNode } from "../../ir/type-graph.ts";
import { discriminatorOf } from "../inheritance.ts";
import type { Types } from "../types.ts";
import type { ComponentNames } from "./component-names.ts";
import { basesOf } from "./of-one-base.ts";

export interface KeysContext {
  readonly types: Pick<
    Types,
    "node" | "typeOf" | "schemas" | "declared" | "derived"
  >;
  readonly names: ComponentNames;
}

/** The values of a tag that mean a variant, as a mapping has them. */
export interface Keys {
  readonly values: readonly string[];
  /** They lead to a union inside, of which other variants may have the same. */
  readonly isShared: boolean;
}

/** What a discriminator calls a variant, and what those of unions inside call it. */
export interface TagKeys extends Keys {
  readonly property: string;
}

/**
 * The values of the tag that mean a variant: what a mapping says, of the discriminator, of one for the same property inside
 * the union or at the variant's base; else its component's name or names.
 *
 * @param variant as its author listed it
 */
export function keysOf(
  discriminator: Discriminator,
  variant: TypeId,
  context: KeysContext,
): Keys {
  const { types, names } = context;
  const mapped = mappedKeys(discriminator, variant, context);
  if (mapped !== undefined) return mapped;
  const bases = [...basesOf(variant as string as SchemaId, types.schemas)];
  const others = [
    ...unionsInside(discriminator, variant, context).map(({ id }) =>
      types.declared.get(id),
    ),
    ...bases.map((base) => discriminatorOf(base, types.schemas)),
  ];
  for (const other of others) {
    const keys =
      other?.propertyName === discriminator.propertyName
        ? mappedKeys(other, variant, context)
        : undefined;
    if (keys !== undefined) return keys;
  }
  return { values: names.implicit(discriminator, variant), isShared: false };
}

/** The keys that a mapping itself has for a variant. */
export const explicitKeys = (
  { mapping }: Discriminator,
  variant: TypeId,
  { types }: KeysContext,
): readonly string[] =>
  mapping.flatMap(({ schema, value }) =>
    schema !== undefined && types.typeOf(schema) === variant ? [value] : [],
  );

/** All tags that a variant of nested unions has, the outermost first: a property each. */
export function tagKeysOf(
  discriminator: Discriminator,
  variant: TypeId,
  context: KeysContext,
  met: ReadonlySet<Origin> = new Set(),
): readonly TagKeys[] {
  const within = new Set([...met, discriminator.origin]);
  const inner = unionsInside(discriminator, variant, context).flatMap(
    ({ id }) => {
      const other = context.types.declared.get(id);
      return other === undefined || within.has(other.origin)
        ? []
        : tagKeysOf(other, variant, context, within);
    },
  );
  const { propertyName: property } = discriminator;
  return [
    { property, ...keysOf(discriminator, variant, context) },
    ...inner.filter((each) => each.property !== property),
  ];
}

/** What a mapping says of a variant: a key of its own, or one of a union inside that the union's own mapping does not deny. */
function mappedKeys(
  discriminator: Discriminator,
  variant: TypeId,
  context: KeysContext,
  met: ReadonlySet<Origin> = new Set(),
): Keys | undefined {
  const { mapping, origin, propertyName } = discriminator;
  const own = explicitKeys(discriminator, variant, context);
  if (own.length > 0) return { values: own, isShared: false };
  const within = new Set([...met, origin]);
  const inside = mapping.flatMap(({ schema, value }) => {
    const union = schema && unionOf(schema, context);
    if (union === undefined || !has(union, variant, context)) return [];
    const inner = context.types.declared.get(union.id);
    if (inner !== undefined && within.has(inner.origin)) return [];
    const keys =
      inner?.propertyName === propertyName
        ? mappedKeys(inner, variant, context, within)
        : undefined;
    return [{ value, isMeant: keys?.values.includes(value) }];
  });
  const meant = inside.filter(({ isMeant }) => isMeant);
  const values = (meant.length > 0 ? meant : inside).map(({ value }) => value);
  return values.length === 0 ? undefined : { values, isShared: true };
}

/** The unions that a discriminator's mapping leads to, or that stand beside it, of which a variant is one. */
function unionsInside(
  discriminator: Discriminator,
  variant: TypeId,
  context: KeysContext,
): readonly UnionNode[] {
  const listed = [
    ...discriminator.mapping.flatMap(({ schema }) => schema ?? []),
    ...context.names.listed(discriminator),
  ];
  const unions = listed.flatMap((schema) => unionOf(schema, context) ?? []);
  return [...new Set(unions)].filter((union) => has(union, variant, context));
}

/** The union that a schema is, or that it is beside null. */
export function unionOf(
  schema: SchemaId,
  { types }: KeysContext,
): UnionNode | undefined {
  const node = types.node(types.typeOf(schema));
  const inner = node.kind === "nullable" ? types.node(node.of) : node;
  return inner.kind === "union" ? inner : undefined;
}

const has = (
  { variants }: UnionNode,
  variant: TypeId,
  { types }: KeysContext,
): boolean =>
  variants.some((each) => (types.derived.get(each) ?? each) === variant);
