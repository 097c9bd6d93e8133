import type { Json } from "../../generator/ir/source.ts";

/** A Schema Object as it is written. */
export type Schema = { readonly [keyword: string]: Json };

/** The schemas of a document's components, by name. */
export type Components = Readonly<Record<string, Schema>>;

const prefix = "#/components/schemas/";

export const refTo = (name: string): Schema => ({ $ref: prefix + name });

/** A union as it is generated, before it stands in a document. */
export interface GeneratedUnion {
  /** What its variants were made to differ by. */
  readonly family: string;
  readonly keyword: "oneOf" | "anyOf";
  /** Some are references into `components`. */
  readonly variants: readonly Schema[];
  readonly components: Components;
  readonly discriminator?: Schema;
  /** What a declared discriminator calls each variant: it restricts the tag to these. */
  readonly keys?: readonly (readonly string[])[];
  /** The place of the variant that `defaultMapping` names: every tag that is no other's means it, or none. */
  readonly otherwise?: number;
}

/** The schema behind references that say nothing else. */
export function behind(schema: Schema, components: Components): Schema {
  const reference = schema["$ref"];
  if (typeof reference !== "string" || Object.keys(schema).length > 1)
    return schema;
  const found = components[reference.slice(prefix.length)];
  if (found === undefined) throw new Error(`no component ${reference}`);
  return behind(found, components);
}

export const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: Json): value is readonly Json[] =>
  Array.isArray(value);

export const schemasOf = (value: Json | undefined): readonly Schema[] =>
  Array.isArray(value) ? value.filter(isSchema) : [];

/** The members of a map of schemas, own ones only: names like `__proto__` are names. */
export const propertiesOf = (
  schema: Schema,
): readonly (readonly [name: string, property: Schema])[] => {
  const found = schema["properties"];
  if (!isSchema(found)) return [];
  return Object.entries(found).flatMap(([name, property]) =>
    isSchema(property) ? [[name, property] as const] : [],
  );
};

/** An object of entries in which `__proto__` is a member like any other. */
export const objectOf = <T>(
  entries: Iterable<readonly [string, T]>,
): Readonly<Record<string, T>> => Object.fromEntries(entries);

/** Everything that a schema says of an object's properties, through references and `allOf`. */
export function declaredBy(
  schema: Schema,
  components: Components,
): ReadonlyMap<string, Schema> {
  const own = behind(schema, components);
  const found = new Map<string, Schema>();
  const reference = own["$ref"];
  const members = [
    ...schemasOf(own["allOf"]),
    ...(typeof reference === "string" ? [{ $ref: reference }] : []),
  ];
  for (const member of members)
    for (const [name, property] of declaredBy(member, components))
      found.set(name, property);
  for (const [name, property] of propertiesOf(own)) found.set(name, property);
  for (const name of requiredOf(own)) if (!found.has(name)) found.set(name, {});
  return found;
}

export const requiredOf = (schema: Schema): readonly string[] => {
  const found = schema["required"];
  return Array.isArray(found)
    ? found.filter((name) => typeof name === "string")
    : [];
};

/** The variants of a union; a declared discriminator restricts the tag of each to what it calls it. */
export function restrictedVariants({
  variants,
  discriminator,
  keys,
  otherwise,
}: GeneratedUnion): readonly Schema[] {
  const property = discriminator?.["propertyName"];
  if (typeof property !== "string") return variants;
  return variants.map((variant, index) => {
    const others = (keys ?? []).filter((_, other) => other !== index);
    const tag =
      index === otherwise
        ? { not: { enum: others.flat() } }
        : { enum: keys?.[index] ?? [] };
    // A value without a tag is what `defaultMapping` says, and no other.
    const isTagged = otherwise !== undefined && index !== otherwise;
    return {
      allOf: [
        variant,
        {
          properties: { [property]: tag },
          ...(isTagged && { required: [property] }),
        },
      ],
    };
  });
}
