import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Discriminator } from "../../ir/schema-graph.ts";
import type {
  LiteralCase,
  ObjectNode,
  Scalar,
  Telltale,
  TypeId,
} from "../../ir/type-graph.ts";
import { wireTypes } from "./conditions.ts";
import { mostVariants } from "./eliminate.ts";
import {
  explicitKeys,
  keysOf,
  tagKeysOf,
  type Keys,
  type KeysContext,
  unionOf,
} from "./keys-of.ts";
import { byLiteral, disjoint } from "./literal-tag.ts";
import { propertyOf, type Nodes } from "./nodes.ts";
import type { Tags } from "./restrict-tag.ts";
import { rulesOut } from "./rules-out.ts";
import { verdictOf } from "./verdict.ts";

export interface DeclaredContext extends KeysContext {
  readonly report: Report;
}

/**
 * A declared discriminator, checked against the variants: their own literals win over the mapping, and one that cannot
 * tell them apart is reported and not used. One that leads to unions inside may leave it to those (`tagsInside`).
 */
export function byDiscriminator(
  discriminator: Discriminator,
  variants: readonly ObjectNode[],
  context: DeclaredContext,
): Telltale | undefined {
  const { propertyName: property } = discriminator;
  const { report } = context;
  reportStrayEntries(discriminator, variants, context);
  const fallback = defaultOf(discriminator, variants, context);
  const fail = (why: string) => {
    report("union/discriminator-unusable", discriminator.origin, {
      property,
      why,
    });
    return undefined;
  };
  const said = variants.map((variant) => {
    const keys = keysOf(discriminator, original(variant.id, context), context);
    return saidOf(variant, property, keys, context);
  });
  const label = (variant: ObjectNode) =>
    context.names.of(original(variant.id, context)) ?? "an inline variant";
  const untyped = said.find(
    ({ own, keys, mapped }) =>
      own === undefined && mapped.length < keys.values.length,
  );
  if (untyped !== undefined) {
    const lost = untyped.keys.values.map((key) => JSON.stringify(key));
    return fail(
      `what ${label(untyped.variant)} declares there cannot be ${lost.join(", ")}`,
    );
  }
  const unnamed = said.find(
    ({ variant, own, mapped }) =>
      own === undefined && mapped.length === 0 && variant.id !== fallback,
  );
  if (unnamed !== undefined)
    return fail(`nothing names ${label(unnamed.variant)}`);
  const named = variants.filter(({ id }) => id !== fallback);
  const without = named.filter(
    (variant) => propertyOf(variant, property) === undefined,
  );
  const shut = without.find((variant) => rulesOut(variant, property));
  if (shut !== undefined)
    return fail(`no value of ${label(shut)} has the property`);
  if (without.length === variants.length && areApart(variants, context.types))
    return fail("no variant declares it, and others of their properties do");
  // A list that the variants inherit from their base says less than the mapping.
  const literal = said.map(({ variant, own, mapped }): LiteralCase => ({
    variant: variant.id,
    values: own ?? mapped,
  }));
  const restricted = said.map(({ variant, restricted }): LiteralCase => ({
    variant: variant.id,
    values: restricted,
  }));
  const cases = [literal, restricted].find(disjoint);
  if (cases === undefined && !isLeftInside(said))
    return fail("two variants share a value");
  for (const variant of without)
    report("union/discriminator-not-declared", discriminator.origin, {
      property,
      variant: label(variant),
    });
  for (const { variant, own, keys } of said) {
    if (own !== undefined && !keys.isShared)
      reportDenied(
        explicitKeys(discriminator, original(variant.id, context), context),
        own,
        discriminator,
        report,
      );
  }
  // A key that leads to a union inside is that of some of its variants.
  const inside = said.filter(({ keys }) => keys.isShared);
  for (const key of new Set(inside.flatMap(({ keys }) => keys.values))) {
    const own = inside.flatMap(({ keys, own, mapped }) =>
      keys.values.includes(key) ? (own ?? mapped) : [],
    );
    reportDenied([key], own, discriminator, report);
  }
  if (cases === undefined) return undefined;
  const isOpen =
    said.find(({ variant }) => variant.id === fallback)?.own === undefined;
  return {
    by: "declared",
    property,
    cases,
    // A variant that lists its literals itself allows no others.
    ...(fallback !== undefined && isOpen && { otherwise: fallback }),
  };
}

/**
 * The tags of variants of which a discriminator says only in which union inside they are, each with those that it has
 * there; `undefined` where a discriminator says more, or less.
 */
export function tagsInside(
  discriminator: Discriminator,
  variants: readonly ObjectNode[],
  context: KeysContext,
): ReadonlyMap<TypeId, readonly Tags[]> | undefined {
  const all = variants.map((variant) =>
    tagKeysOf(discriminator, original(variant.id, context), context).map(
      ({ property, ...keys }) => saidOf(variant, property, keys, context),
    ),
  );
  const said = all.flatMap(([outermost]) => outermost ?? []);
  if (said.some(({ restricted }) => restricted.length === 0)) return undefined;
  if (disjoint(said.map(({ restricted: values }) => ({ values }))))
    return undefined;
  if (!isLeftInside(said)) return undefined;
  return new Map(
    variants.map((variant, at) => [
      variant.id,
      (all[at] ?? []).flatMap(({ property: wireName, restricted: values }) =>
        values.length === 0 ? [] : [{ wireName, values }],
      ),
    ]),
  );
}

/** What is said of a variant's tag. */
interface Said {
  readonly variant: ObjectNode;
  readonly property: string;
  /** The literals that it has by itself. */
  readonly own: readonly Scalar[] | undefined;
  readonly keys: Keys;
  /** The keys in the JSON type that it declares. */
  readonly mapped: readonly Scalar[];
  /** Those of its literals that are keys, if any are. */
  readonly restricted: readonly Scalar[];
}

function saidOf(
  variant: ObjectNode,
  property: string,
  keys: Keys,
  { types }: KeysContext,
): Said {
  const own = ownLiterals(variant, property, types);
  const mapped = inType(keys.values, property, variant, types);
  const both =
    own?.filter((value) => mapped.some((key) => key === value)) ?? mapped;
  const restricted = both.length > 0 ? both : (own ?? mapped);
  return { variant, property, own, keys, mapped, restricted };
}

/** The literals of a property, which may be null besides: a discriminator has no key for that. */
function ownLiterals(
  variant: ObjectNode,
  property: string,
  types: Nodes,
): readonly Scalar[] | undefined {
  const found = propertyOf(variant, property);
  const node = found && types.node(found.type);
  const own = node?.kind === "nullable" ? types.node(node.of) : node;
  return own?.kind === "enum" && !own.open ? own.values : undefined;
}

/** Whether each two variants are proven apart by what they declare. */
function areApart(variants: readonly ObjectNode[], types: Nodes): boolean {
  // What is remembered of a graph has to stand, and this one may still be merged.
  const lasting: Nodes = { node: (id) => types.node(id) };
  if (byLiteral(variants, lasting, { optional: false }) !== undefined)
    return true;
  const isProven = (left: ObjectNode, right: ObjectNode) =>
    verdictOf(left.id, right.id, lasting, { received: true }).proofs.length > 0;
  return (
    variants.length <= mostVariants &&
    variants.every((left, at) =>
      variants.slice(at + 1).every((right) => isProven(left, right)),
    )
  );
}

/** Whether variants share values only by standing in a union inside that these lead to. */
function isLeftInside(said: readonly Said[]): boolean {
  const alone = said.filter(({ keys }) => !keys.isShared);
  const inside = said.filter(({ keys }) => keys.isShared);
  const shared = new Set(inside.flatMap(({ restricted }) => restricted));
  return disjoint([
    ...alone.map(({ restricted: values }) => ({ values })),
    { values: [...shared] },
  ]);
}

/** Keys that the literals of what they lead to rule out. */
function reportDenied(
  keys: readonly string[],
  own: readonly Scalar[],
  { propertyName: property, origin }: Discriminator,
  report: Report,
): void {
  const denied = keys.filter(
    (key) => !own.some((value) => String(value) === key),
  );
  if (denied.length === 0) return;
  report("union/discriminator-contradicted", origin, {
    property,
    declared: denied.map((key) => JSON.stringify(key)).join(", "),
    own: own.map((value) => JSON.stringify(value)).join(" | "),
  });
}

/** The variant that stands for every tag without a mapping, and for none (OAS 3.2 §4.25). */
function defaultOf(
  { defaultMapping, origin }: Discriminator,
  variants: readonly ObjectNode[],
  context: DeclaredContext,
): TypeId | undefined {
  if (defaultMapping === undefined) return undefined;
  const { schema, written } = defaultMapping;
  // What leads nowhere was said where it was read.
  if (schema === undefined) return undefined;
  const target = context.types.typeOf(schema);
  const found = variants.find(({ id }) => original(id, context) === target);
  if (found === undefined) {
    context.report("union/mapping-target-missing", origin, {
      value: undefined,
      target: written,
      exists: true,
    });
  }
  return found?.id;
}

/** Keys in the JSON type that the variant declares, though a key is a text always; less what that type cannot be. */
function inType(
  keys: readonly string[],
  property: string,
  variant: ObjectNode,
  types: Nodes,
): readonly Scalar[] {
  const found = propertyOf(variant, property);
  const declared = found && wireTypes(found.type, types);
  const allowed = new Set<string>(declared ?? ["string"]);
  return keys.flatMap((key) => {
    const value = [key, Number(key), key === "true"].find(
      (each) => String(each) === key && allowed.has(typeof each),
    );
    return value === undefined ? [] : [value];
  });
}

/** Entries that lead neither to a variant nor to a union of which one is left. */
function reportStrayEntries(
  discriminator: Discriminator,
  variants: readonly ObjectNode[],
  context: DeclaredContext,
): void {
  const { types } = context;
  const originals = new Set(variants.map(({ id }) => original(id, context)));
  for (const { schema, value, written } of discriminator.mapping) {
    if (schema === undefined || originals.has(types.typeOf(schema))) continue;
    const inside = unionOf(schema, context);
    if (inside?.variants.some((id) => originals.has(original(id, context))))
      continue;
    context.report("union/mapping-target-missing", discriminator.origin, {
      value,
      target: written,
      exists: true,
    });
  }
}

/** The variant as its author listed it, where an intersection made another of it. */
const original = (variant: TypeId, { types }: KeysContext): TypeId =>
  types.derived.get(variant) ?? variant;
