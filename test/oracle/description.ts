import { isDeepStrictEqual } from "node:util";
import { child, pointerTokens } from "../../generator/diagnostics/origin.ts";
import type { Origin } from "../../generator/diagnostics/origin.ts";
import type { Component } from "../../generator/ir/openapi.ts";
import type {
  SchemaId,
  SchemaProperty,
} from "../../generator/ir/schema-graph.ts";
import type { Json, JsonObject, Source } from "../../generator/ir/source.ts";
import type { Made } from "../../generator/understand.ts";
import type { Rewrites } from "./rewrites.ts";

/** A schema as it is given to openapi-typescript. */
export type Given = boolean | { readonly [keyword: string]: unknown };

/**
 * The components of a document as openapi-typescript reads them, by name: OpenAPI 3 whatever
 * they were written in, references leading to components, and of every schema only what
 * makes a type. What a reference names is taken from our reading, as bundling is not what is judged.
 *
 * Discriminators are there as `x-discriminator`: its own reading overwrites literals of the variants.
 *
 */
export function describe(
  made: Made,
  sources: readonly Source[],
  rewrites: Rewrites,
): ReadonlyMap<string, Given> {
  const { components } = made.api;
  const schemas = new Map<string, Given>();
  const writer = createWriter(made, sources, rewrites);
  for (const component of components)
    schemas.set(component.name, writer.component(component));
  return schemas;
}

const inMap = ["properties", "patternProperties"];
/** `items` is a list in OpenAPI 2.0 and JSON Schema before 2020-12. */
const inList = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];
const asItIs = ["type", "enum", "const", "nullable", "readOnly", "writeOnly"];

function createWriter(
  { api }: Made,
  sources: readonly Source[],
  rewrites: Rewrites,
) {
  const names = new Map(api.components.map((each) => [each.schema, each.name]));
  const values = new Map(sources.map(({ id, value }) => [id, value]));

  /** `inside` are the references that led here, and that are no components. */
  function write(
    value: Json,
    origin: Origin,
    inside: readonly SchemaId[],
  ): Given {
    if (typeof value === "boolean") return value;
    if (!isObject(value)) return {};
    const at = (token: string) => child(origin, token);
    const schema: Record<string, unknown> = {};
    const member = (key: string) => [value[key] as Json, at(key)] as const;
    for (const key of asItIs) if (key in value) schema[key] = value[key];
    if (value["x-nullable"] === true && rewrites("x-nullable"))
      schema["nullable"] = true;
    for (const key of inMap) {
      const [schemas, place] = member(key);
      if (isObject(schemas))
        schema[key] = Object.fromEntries(
          Object.entries(schemas).flatMap(([name, each]) =>
            typeof each === "object" || typeof each === "boolean"
              ? [[name, write(each, child(place, name), inside)]]
              : referredMap(origin, inside),
          ),
        );
    }
    for (const key of inList) {
      const [schemas, place] = member(key);
      if (Array.isArray(schemas))
        schema[key] = schemas.map((each: Json, index) =>
          /^(any|one)Of$/.test(key) &&
          isBareNull(each, schemas) &&
          rewrites("bare null")
            ? { type: "null" }
            : write(each, child(place, `${index}`), inside),
        );
    }
    for (const key of ["items", "additionalProperties"]) {
      const [one, place] = member(key);
      if (one !== undefined && !Array.isArray(one))
        schema[key] = write(one, place, inside);
    }
    const ours = api.schemas.get(idOf(origin));
    if (
      ours?.additionalProperties === false &&
      "propertyNames" in value &&
      rewrites("listed names")
    )
      Object.assign(schema, listed(ours.properties, schema));
    const required = requiredOf(value, rewrites);
    if (required.length > 0) schema["required"] = required;
    if (!("prefixItems" in schema) && !Array.isArray(schema["items"]))
      Object.assign(schema, length(value, rewrites));
    const { discriminator } = api.schemas.get(idOf(origin)) ?? {};
    if (discriminator !== undefined)
      schema["x-discriminator"] = discriminator.propertyName;
    if (typeof value["$ref"] !== "string") return schema;
    return { ...schema, ...refer(origin, inside) };
  }

  function refer(origin: Origin, inside: readonly SchemaId[]): object {
    const target = api.schemas.get(idOf(origin))?.ref;
    const name = target && names.get(target);
    if (name !== undefined) return { $ref: referenceTo(name) };
    const found = target && api.schemas.get(target);
    if (found === undefined || inside.includes(found.id)) return {};
    const there = written(found.origin);
    return write(there, found.origin, [...inside, found.id]) as object;
  }

  /** `properties: { $ref }`: vendors refer to whole maps. */
  const referredMap = (origin: Origin, inside: readonly SchemaId[]) =>
    (api.schemas.get(idOf(origin))?.properties ?? []).map(
      ({ wireName, schema }) => {
        const at = api.schemas.get(schema)?.origin ?? origin;
        return [wireName, write(written(at), at, inside)];
      },
    );

  const written = ({ source, pointer }: Origin): Json =>
    pointerTokens(pointer).reduce<Json>(
      (value, token) => (value as JsonObject)?.[token] ?? null,
      values.get(source) ?? null,
    );

  return {
    component({ schema }: Component): Given {
      const found = api.schemas.get(schema);
      if (found === undefined) return {};
      return write(written(found.origin), found.origin, []);
    },
  };
}

/**
 * What members of `allOf` require, the schema requires. Said there, openapi-typescript takes it for
 * properties that other members declare; said in the member, it does not.
 */
function requiredOf(
  { required, allOf }: JsonObject,
  rewrites: Rewrites,
): readonly Json[] {
  const own = (Array.isArray(required) ? required : []) as readonly Json[];
  const members = (Array.isArray(allOf) ? allOf : []) as readonly Json[];
  const inherited = members
    .filter(isObject)
    .flatMap((member) => requiredOf(member, rewrites))
    .filter((name) => !own.includes(name));
  return inherited.length > 0 && rewrites("required of members")
    ? [...new Set([...own, ...inherited])]
    : own;
}

/**
 * `minItems` and `maxItems` as far as our types say them: one item at least, or as many as there are.
 * With other bounds, openapi-typescript would list every length.
 */
function length(
  { minItems, maxItems }: JsonObject,
  rewrites: Rewrites,
): object {
  const written = {
    ...(typeof minItems === "number" ? { minItems } : {}),
    ...(typeof maxItems === "number" ? { maxItems } : {}),
  };
  const atLeastOne = typeof minItems === "number" && minItems >= 1;
  const said =
    atLeastOne && minItems === maxItems && minItems <= 8
      ? written
      : atLeastOne
        ? { minItems: 1 }
        : {};
  return isDeepStrictEqual(said, written) || rewrites("lengths of lists")
    ? said
    : written;
}

/**
 * A variant that says nothing but `nullable`, or, beside references, nothing but that of an object: authors mean null,
 * and theirs reads anything.
 */
function isBareNull(variant: Json, variants: readonly Json[]): boolean {
  if (!isObject(variant) || variant["nullable"] !== true) return false;
  const { nullable, title, description, example, type, ...others } = variant;
  if (Object.keys(others).length > 0) return false;
  return (
    type === undefined ||
    (type === "object" &&
      variants.every((each) => each === variant || Object(each).$ref))
  );
}

/** The names that `propertyNames` lists, which theirs does not read, as the properties that they are. */
function listed(
  names: readonly SchemaProperty[],
  { additionalProperties: values, properties }: Record<string, unknown>,
): object {
  const all = names.map(({ wireName }) => [wireName, values]);
  return {
    properties: { ...Object.fromEntries(all), ...Object(properties) },
    additionalProperties: false,
  };
}

const idOf = ({ source, pointer }: Origin) =>
  `${source}#${pointer}` as SchemaId;

/** RFC 6901 §6: a pointer as the fragment of a URI. */
const referenceTo = (name: string): string =>
  `#/components/schemas/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
