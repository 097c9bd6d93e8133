import type { Api } from "../../ir/openapi.ts";
import type {
  JsonType,
  SchemaGraph,
  SchemaId,
  SchemaNode,
} from "../../ir/schema-graph.ts";
import type { Json } from "../../ir/source.ts";

/**
 * 64-bit integers as the strings that an API sends (OAS format registry, `int64` and `uint64`), whatever bounds they
 * have: from here on they are strings, so that what tells unions apart agrees with what arrives. The format counts for
 * all that says the type of the same value: members of an `allOf`, what is referred to, and alternatives beside it.
 * What stands for other values as well is copied.
 */
export function int64AsString(api: Api): Api {
  const { schemas } = api;
  const wide = withUsers(schemas, hasFormat, together);
  const numeric = withUsers(schemas, saysNumbers, partsOf);
  const made = new Map<SchemaId, SchemaNode>();
  const copies = new Set<SchemaId>();

  const part = (id: SchemaId): SchemaId => {
    if (wide.has(id) || !numeric.has(id)) return id;
    copies.add(id);
    return copyOf(id);
  };
  const asString = (node: SchemaNode): SchemaNode => ({
    ...withText(node),
    ref: node.ref && part(node.ref),
    allOf: node.allOf.map(part),
    anyOf: node.anyOf.map(part),
    oneOf: node.oneOf.map(part),
  });

  for (const node of schemas.values())
    made.set(node.id, wide.has(node.id) ? asString(node) : node);
  // Grows by what the copies are made of.
  for (const id of copies) {
    const node = schemas.get(id);
    const copy = copyOf(id);
    if (node !== undefined) made.set(copy, { ...asString(node), id: copy });
  }
  return { ...api, schemas: made };
}

const copyOf = (id: SchemaId): SchemaId => `${id}~int64` as SchemaId;

export const hasFormat = ({ constraints: { format } }: SchemaNode): boolean =>
  format === "int64" || format === "uint64";

export const isNumeric = (type: JsonType): boolean =>
  type === "integer" || type === "number";

/** What says something of every value of a schema. */
const together = ({ allOf, ref }: SchemaNode): readonly SchemaId[] =>
  ref === undefined ? allOf : [ref, ...allOf];

const partsOf = (node: SchemaNode): readonly SchemaId[] => [
  ...together(node),
  ...node.anyOf,
  ...node.oneOf,
];

const saysNumbers = ({ enum: values = [], excluded, types }: SchemaNode) =>
  types?.some(isNumeric) === true ||
  [...values, ...excluded].some((value) => typeof value === "number");

/** The schemas of which this holds, and those that are made of such, however deep they are. */
function withUsers(
  schemas: SchemaGraph,
  holds: (node: SchemaNode) => boolean,
  parts: (node: SchemaNode) => readonly SchemaId[],
): ReadonlySet<SchemaId> {
  const users = new Map<SchemaId, SchemaId[]>();
  const found = new Set<SchemaId>();
  for (const node of schemas.values()) {
    if (holds(node)) found.add(node.id);
    for (const part of parts(node)) {
      const known = users.get(part);
      if (known === undefined) users.set(part, [node.id]);
      else known.push(node.id);
    }
  }
  for (const id of found)
    for (const user of users.get(id) ?? []) found.add(user);
  return found;
}

/** The keywords of one schema, its numbers as text. An enum with one that was rounded when it was read says nothing. */
function withText(node: SchemaNode): SchemaNode {
  const { enum: values, excluded, types } = node;
  if (types !== undefined && !types.some(isNumeric)) return node;
  const isRounded = values?.some(
    (value) => Number.isInteger(value) && !Number.isSafeInteger(value),
  );
  return {
    ...node,
    types: types && [
      ...new Set(types.map((type) => (isNumeric(type) ? "string" : type))),
    ],
    enum: isRounded ? undefined : values?.map(asText),
    excluded: excluded.map(asText),
    incomplete: node.incomplete || isRounded === true,
  };
}

const asText = (value: Json): Json =>
  Number.isInteger(value) ? String(value) : value;
