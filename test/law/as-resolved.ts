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
 * A schema as the compiler reads it (DESIGN §5): a closed member of `allOf` relaxed where another member
 * declares what it would forbid, and, as this is a response, nothing said of what is write-only
 * (OAS 3.1 §4.8.24.2). What is left has the meaning that JSON Schema gives it. What is referred to stands
 * under `$defs`, as it may refer to itself.
 */
export function asResolved(schema: Schema, components: Components): Schema {
  const definitions: Record<string, Schema> = {};
  const reading: Reading = {
    components,
    define(name, make) {
      const isNew = !(name in definitions);
      // The name is taken before what it stands for is read: that may refer to it.
      if (isNew) definitions[name] = {};
      if (isNew) definitions[name] = make();
      return { $ref: prefix + name };
    },
  };
  return { ...resolved(schema, reading), $defs: definitions };
}

interface Reading {
  readonly components: Components;
  /** Puts what `make` makes under `$defs`, unless it is there, and refers to it. */
  readonly define: (name: string, make: () => Schema) => Schema;
}

const prefix = "#/$defs/";

function resolved(schema: Schema, reading: Reading): Schema {
  const { components, define } = reading;
  const { $ref: reference, allOf, ...own } = schema;
  const isOwn = Object.keys(own).length > 0;
  const members = [
    ...(typeof reference === "string" ? [{ $ref: reference }] : []),
    ...schemasOf(allOf),
  ];
  if (typeof reference === "string" && members.length === 1 && !isOwn) {
    const name = reference.replace("#/components/schemas/", "");
    return define(name, () => resolved(components[name] ?? {}, reading));
  }
  const inner = (of: Json): Json => (isSchema(of) ? resolved(of, reading) : of);
  if (members.length === 0) return written(own, inner);
  const parts = [...members, ...(isOwn ? [own] : [])];
  const names = parts.map(
    (part) => new Set(declaredBy(part, components).keys()),
  );
  return {
    allOf: parts.map((part, index) => {
      const known = names[index] as ReadonlySet<string>;
      const isForbidding = names.some((others) =>
        [...others].some((name) => !known.has(name)),
      );
      const read = resolved(part, reading);
      return isForbidding ? relaxed(read, reading) : read;
    }),
  };
}

const opened = ".open";

/** Without its own `additionalProperties: false`, or that of what it refers to. */
function relaxed(schema: Schema, reading: Reading): Schema {
  const { $ref: reference, additionalProperties, ...rest } = schema;
  if (typeof reference === "string") {
    const name = reference.replace(prefix, "");
    const open = () =>
      relaxed(resolved(reading.components[name] ?? {}, reading), reading);
    return name.endsWith(opened) ? schema : reading.define(name + opened, open);
  }
  const kept =
    additionalProperties === false || additionalProperties === undefined
      ? rest
      : schema;
  const parts = inParts.flatMap((keyword): [string, Json][] => {
    const members = schemasOf(kept[keyword]);
    return members.length === 0
      ? []
      : [[keyword, members.map((member) => relaxed(member, reading))]];
  });
  return { ...kept, ...objectOf(parts) };
}

const inParts = ["allOf", "anyOf", "oneOf"];

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
