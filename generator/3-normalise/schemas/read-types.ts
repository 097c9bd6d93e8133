import type { Located } from "../../2-bundle/bundle.ts";
import type { JsonType, SchemaNode } from "../../ir/schema-graph.ts";
import type { Json } from "../../ir/source.ts";
import { at, items, own } from "../read.ts";
import type { Dialect } from "./dialect.ts";
import { isNullableByMember } from "./null-members.ts";
import type { SchemaContext } from "./read-schema.ts";

const jsonTypes: ReadonlySet<string> = new Set<JsonType>([
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
]);

const absent = "undefined";

/** Nearly all schemas have one type: each of their lists is one list. */
const singles: ReadonlyMap<Json, readonly JsonType[]> = new Map(
  [...jsonTypes].map((type) => [type, [type as JsonType]]),
);

/**
 * `type` as a list, with 3.0's `nullable` counted as a type where one is named; beside `allOf` and the
 * like it stays what it is, as null would have to be valid there too (OAS 3.0.3 §4.7.24).
 * An empty list: no value is of the type.
 */
export function readTypes(
  schema: Located,
  { report, dialect }: SchemaContext,
): Pick<SchemaNode, "types" | "nullable"> {
  const { value } = schema;
  const allOf = at(schema, "allOf");
  const nullable =
    isNullable(value, dialect) ||
    (allOf !== undefined && isNullableByMember(items(allOf)));
  const written = at(schema, "type");
  if (written === undefined) return { types: undefined, nullable };
  const alone = singles.get(written.value);
  if (alone !== undefined && !nullable) return { types: alone, nullable };
  const listed = Array.isArray(written.value) ? written.value : [written.value];
  if (listed.includes(null)) report("schema/null-type", written.origin, {});
  const names = listed.map((name) =>
    typeof name === "string" ? name : JSON.stringify(name),
  );
  const known = names.map((name) =>
    name === "file" && dialect === "2.0" ? "string" : name,
  );
  const types = known.filter((name): name is JsonType => jsonTypes.has(name));
  // JavaScript has it, and so have schemas that are made of its types; what is undefined is not there.
  if (known.includes(absent))
    report("schema/undefined-type", written.origin, {
      isAlone: types.length === 0,
    });
  const unknown = known.filter(
    (name) => !jsonTypes.has(name) && name !== absent,
  );
  if (unknown.length > 0 || names.length === 0) {
    report("schema/unknown-type", written.origin, {
      type: unknown.join(", ") || JSON.stringify(written.value),
    });
    return { types: undefined, nullable };
  }
  if (!nullable || isComposed(value)) return { types, nullable };
  return {
    types: [...new Set([...types, "null" as const])],
    nullable: false,
  };
}

const isComposed = (value: Json): boolean =>
  own(value, "enum") === undefined &&
  ["$ref", "allOf", "anyOf", "oneOf"].some(
    (keyword) => own(value, keyword) !== undefined,
  );

/** `nullable` is of 3.0; for Swagger 2.0, which has none, vendors write `x-nullable`, and it outlives a conversion. */
export const isNullable = (value: Json, dialect: Dialect): boolean =>
  own(value, "nullable") === true ||
  (dialect !== "3.1" && own(value, "x-nullable") === true);
