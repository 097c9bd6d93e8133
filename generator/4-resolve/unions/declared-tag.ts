import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Discriminator, SchemaId } from "../../ir/schema-graph.ts";
import type {
  LiteralCase,
  ObjectNode,
  Scalar,
  Telltale,
  TypeId,
} from "../../ir/type-graph.ts";
import type { ComponentNames } from "./component-names.ts";
import { wireTypes } from "./conditions.ts";
import { disjoint, literalsOf } from "./literal-tag.ts";
import { propertyOf, type Nodes } from "./nodes.ts";

export interface DeclaredContext {
  readonly types: Nodes;
  readonly typeOf: (schema: SchemaId) => TypeId;
  /** The variant as its author listed it, where an intersection made another of it. */
  readonly original: (variant: TypeId) => TypeId;
  readonly names: ComponentNames;
  readonly report: Report;
}

/**
 * A declared discriminator, checked against the variants: their own literals win over the mapping,
 * and one that cannot tell them apart is reported and not used.
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
  const said = variants.map((variant) => ({
    variant,
    label:
      context.names.of(context.original(variant.id)) ?? "an inline variant",
    own: literalsOf(variant, property, context.types, true),
    keys: keysOf(discriminator, variant, context),
    mapped: valuesOf(discriminator, variant, context),
  }));
  const untyped = said.find(
    ({ own, keys, mapped }) => own === undefined && mapped.length < keys.length,
  );
  if (untyped !== undefined) {
    const lost = untyped.keys.map((key) => JSON.stringify(key)).join(", ");
    return fail(`what ${untyped.label} declares there cannot be ${lost}`);
  }
  const unnamed = said.find(
    ({ variant, own, mapped }) =>
      own === undefined && mapped.length === 0 && variant.id !== fallback,
  );
  if (unnamed !== undefined) return fail(`nothing names ${unnamed.label}`);
  // A list that the variants inherit from their base says less than the mapping.
  const literal = said.map(({ variant, own, mapped }): LiteralCase => ({
    variant: variant.id,
    values: own ?? mapped,
  }));
  const restricted = said.map(({ variant, own, mapped }): LiteralCase => {
    const both =
      own?.filter((value) => mapped.some((key) => key === value)) ?? mapped;
    return {
      variant: variant.id,
      values: both.length > 0 ? both : (own ?? mapped),
    };
  });
  const cases = [literal, restricted].find(disjoint);
  if (cases === undefined) return fail("two variants share a value");
  for (const { variant, label, own } of said) {
    if (propertyOf(variant, property) === undefined) {
      report("union/discriminator-not-declared", discriminator.origin, {
        property,
        variant: label,
      });
    }
    if (own === undefined) continue;
    const denied = explicitKeys(discriminator, variant, context).filter(
      (key) => !own.some((value) => String(value) === key),
    );
    if (denied.length === 0) continue;
    report("union/discriminator-contradicted", discriminator.origin, {
      property,
      declared: denied.map((key) => JSON.stringify(key)).join(", "),
      own: own.map((value) => JSON.stringify(value)).join(" | "),
    });
  }
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
  const target = context.typeOf(schema);
  const found = variants.find(({ id }) => context.original(id) === target);
  if (found === undefined) {
    context.report("union/mapping-target-missing", origin, {
      value: undefined,
      target: written,
      exists: true,
    });
  }
  return found?.id;
}

/** The values of the tag that the mapping says to mean this variant. */
const explicitKeys = (
  { mapping }: Discriminator,
  variant: ObjectNode,
  context: DeclaredContext,
): readonly string[] =>
  mapping.flatMap(({ schema, value }) =>
    schema !== undefined &&
    context.typeOf(schema) === context.original(variant.id)
      ? [value]
      : [],
  );

/** The values of the tag that mean this variant: explicit ones, else its component's name or names. */
function keysOf(
  discriminator: Discriminator,
  variant: ObjectNode,
  context: DeclaredContext,
): readonly string[] {
  const explicit = explicitKeys(discriminator, variant, context);
  return explicit.length > 0
    ? explicit
    : context.names.implicit(discriminator, context.original(variant.id));
}

/** The same in the JSON type that the variant declares, though a key is a text always; less what that type cannot be. */
function valuesOf(
  discriminator: Discriminator,
  variant: ObjectNode,
  context: DeclaredContext,
): readonly Scalar[] {
  const property = propertyOf(variant, discriminator.propertyName);
  const declared = property && wireTypes(property.type, context.types);
  const allowed = new Set<string>(declared ?? ["string"]);
  return keysOf(discriminator, variant, context).flatMap((key) => {
    const value = [key, Number(key), key === "true"].find(
      (each) => String(each) === key && allowed.has(typeof each),
    );
    return value === undefined ? [] : [value];
  });
}

function reportStrayEntries(
  discriminator: Discriminator,
  variants: readonly ObjectNode[],
  context: DeclaredContext,
): void {
  const originals = new Set(
    variants.map((variant) => context.original(variant.id)),
  );
  for (const { schema, value, written } of discriminator.mapping) {
    if (schema === undefined || originals.has(context.typeOf(schema))) continue;
    context.report("union/mapping-target-missing", discriminator.origin, {
      value,
      target: written,
      exists: true,
    });
  }
}
