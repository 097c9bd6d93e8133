import type { Json } from "../../generator/ir/source.ts";
import {
  declaredBy,
  isSchema,
  objectOf,
  propertiesOf,
  schemasOf,
  type Components,
  type Schema,
} from "./schema.ts";

/**
 * A schema as the compiler reads it (DESIGN §5): references written out, and a closed member of
 * `allOf` relaxed where another member declares what it would forbid, and, as this is a response, nothing
 * said of what is write-only (OAS 3.1 §4.8.24.2). What is left has the meaning that JSON Schema gives it.
 */
export function asResolved(schema: Schema, components: Components): Schema {
  const inner = (of: Json): Json =>
    isSchema(of) ? asResolved(of, components) : of;
  const { $ref: reference, allOf, ...own } = written(schema, inner);
  const target =
    typeof reference === "string"
      ? components[reference.replace("#/components/schemas/", "")]
      : undefined;
  const members = [...(target ? [target] : []), ...schemasOf(schema["allOf"])];
  if (members.length === 0) return own;
  const parts = [
    ...members,
    ...(Object.keys(own).length > 0 ? [{ ...own }] : []),
  ];
  const names = parts.map(
    (part) => new Set(declaredBy(part, components).keys()),
  );
  return {
    allOf: parts.map((part, index) => {
      const known = names[index] as ReadonlySet<string>;
      const isForbidding = names.some((others) =>
        [...others].some((name) => !known.has(name)),
      );
      return relaxed(asResolved(part, components), isForbidding);
    }),
  };
}

/** Without its own `additionalProperties: false`, or that of what it refers to. */
function relaxed(schema: Schema, isForbidding: boolean): Schema {
  if (!isForbidding) return schema;
  const { additionalProperties, ...rest } = schema;
  const kept =
    additionalProperties === false || additionalProperties === undefined
      ? rest
      : schema;
  const members = schemasOf(kept["allOf"]);
  return members.length === 0
    ? kept
    : { ...kept, allOf: members.map((member) => relaxed(member, true)) };
}

const inMaps = new Set(["properties", "patternProperties"]);
const inLists = new Set(["anyOf", "oneOf", "prefixItems"]);
const alone = new Set(["items", "additionalProperties", "not"]);

/** The schema with `inner` applied to every schema directly inside, members of `allOf` excepted. */
function written(schema: Schema, inner: (of: Json) => Json): Schema {
  const sent = new Set<Json>(
    propertiesOf(schema)
      .filter(([, property]) => property["writeOnly"] === true)
      .map(([name]) => name),
  );
  return objectOf(
    Object.entries(schema).map(([keyword, value]): [string, Json] => {
      if (alone.has(keyword)) return [keyword, inner(value)];
      if (inLists.has(keyword) && Array.isArray(value))
        return [keyword, value.map(inner)];
      if (keyword === "required" && Array.isArray(value))
        return [keyword, value.filter((name) => !sent.has(name))];
      if (inMaps.has(keyword) && isSchema(value)) {
        const entries = Object.entries(value).filter(
          ([name]) => keyword !== "properties" || !sent.has(name),
        );
        return [
          keyword,
          objectOf(entries.map(([name, each]) => [name, inner(each)])),
        ];
      }
      return [keyword, value];
    }),
  );
}
