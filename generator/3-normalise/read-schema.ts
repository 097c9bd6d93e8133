import {
  followReference,
  type Bundle,
  type Located,
} from "../2-bundle/bundle.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { child, type Origin } from "../diagnostics/origin.ts";
import type {
  Annotations,
  Constraints,
  Discriminator,
  JsonType,
  SchemaId,
  SchemaNode,
} from "../ir/schema-graph.ts";
import type { Json } from "../ir/source.ts";
import { checkExamples } from "./check-examples.ts";
import { keywords } from "./keywords.ts";
import {
  at,
  boolean,
  compact,
  entries,
  isObject,
  items,
  number,
  own,
  string,
  strings,
} from "./read.ts";

export type Dialect = "3.0" | "3.1";

/** Reads schemas into one flat graph. Each place is read once, whoever asks for it. */
export interface SchemaReader {
  /** The schema at this place, read now or already. A Reference is a schema that has a `ref`. */
  read(schema: Located): SchemaId;
  /** Everything read so far, and everything that refers to. */
  drain(): ReadonlyMap<SchemaId, SchemaNode>;
}

export function createSchemaReader(
  bundle: Bundle,
  dialect: Dialect,
  report: Report,
): SchemaReader {
  const graph = new Map<SchemaId, SchemaNode>();
  const known = new Set<SchemaId>();
  // A queue, not recursion: a description may nest deeper than the stack.
  const queue: Located[] = [];

  const read = (schema: Located): SchemaId => {
    const id = schemaId(schema.origin);
    if (!known.has(id)) {
      known.add(id);
      queue.push(schema);
    }
    return id;
  };

  const refer = (reference: string, from: Origin): SchemaId | undefined => {
    const target = followReference(bundle, reference, from, report);
    return target && read(target);
  };

  return {
    read,
    drain() {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const node = readSchema(next, { read, refer, dialect, report });
        graph.set(node.id, node);
        checkExamples(node, report);
      }
      return graph;
    },
  };
}

export const schemaId = (origin: Origin): SchemaId =>
  `${origin.source}#${origin.pointer}` as SchemaId;

interface Context {
  readonly read: (schema: Located) => SchemaId;
  readonly refer: (reference: string, from: Origin) => SchemaId | undefined;
  readonly dialect: Dialect;
  readonly report: Report;
}

function readSchema(schema: Located, context: Context): SchemaNode {
  const { value, origin } = schema;
  const { report } = context;
  if (typeof value === "boolean")
    return { ...blank(origin), impossible: !value };
  if (!isObject(value)) {
    report("schema/not-a-schema", origin, {
      found: Array.isArray(value) ? "an array" : String(value),
    });
    return blank(origin);
  }
  const reference = string(own(value, "$ref"));
  if (reference !== undefined) {
    const ref = context.refer(reference, origin);
    const siblings = Object.keys(value).filter(
      (key) => key !== "$ref" && !key.startsWith("x-"),
    );
    if (siblings.length === 0) return { ...blank(origin), ref };
    // OAS 3.0 §4.7.24 says to ignore siblings; authors mean the ones that only annotate.
    if (context.dialect === "3.0") {
      const dropped = siblings.filter((key) => !annotating.has(key));
      if (dropped.length > 0)
        report("schema/reference-siblings", origin, { keywords: dropped });
      return {
        ...blank(origin),
        ref,
        nullable: boolean(own(value, "nullable")) ?? false,
        annotations: readAnnotations(value),
      };
    }
    return { ...readKeywords(schema, context), ref };
  }
  reportKeywords(schema, report);
  return readKeywords(schema, context);
}

const annotating: ReadonlySet<string> = new Set([
  "title",
  "description",
  "deprecated",
  "readOnly",
  "writeOnly",
  "default",
  "example",
  "examples",
  "nullable",
]);

function readKeywords(schema: Located, context: Context): SchemaNode {
  const { read, report } = context;
  const { value, origin } = schema;
  const list = (keyword: string) => items(at(schema, keyword)).map(read);
  const single = (keyword: string) => {
    const found = at(schema, keyword);
    return found && (isObject(found.value) || typeof found.value === "boolean")
      ? read(found)
      : undefined;
  };
  const { types, nullable } = readTypes(schema, context);
  const additional = own(value, "additionalProperties");
  return {
    ...blank(origin),
    types,
    nullable,
    enum: readEnum(schema),
    properties: entries(at(schema, "properties")).map(
      ([wireName, property]) => ({
        wireName,
        schema: read(property),
      }),
    ),
    required: strings(own(value, "required")),
    additionalProperties:
      typeof additional === "boolean"
        ? additional
        : single("additionalProperties"),
    patternProperties: entries(at(schema, "patternProperties")).map(
      ([, found]) => read(found),
    ),
    // A list under `items` is the tuple of older drafts.
    items: single("items"),
    prefixItems: [...list("prefixItems"), ...list("items")],
    allOf: list("allOf"),
    anyOf: list("anyOf"),
    oneOf: list("oneOf"),
    discriminator: readDiscriminator(schema, context),
    constraints: readConstraints(value, (keyword) =>
      report("schema/keyword-type", child(origin, keyword), { keyword }),
    ),
    annotations: readAnnotations(value),
    incomplete: entries(schema).some(([keyword]) => isBeyondTypes(keyword)),
  };
}

const isBeyondTypes = (keyword: string): boolean =>
  keyword === "patternProperties" || keywords.get(keyword)?.kind === "reported";

const blank = (origin: Origin): SchemaNode => ({
  id: schemaId(origin),
  origin,
  impossible: false,
  ref: undefined,
  types: undefined,
  nullable: false,
  enum: undefined,
  properties: [],
  required: [],
  additionalProperties: undefined,
  patternProperties: [],
  items: undefined,
  prefixItems: [],
  allOf: [],
  anyOf: [],
  oneOf: [],
  discriminator: undefined,
  constraints: {},
  annotations: {},
  incomplete: false,
});

const jsonTypes: ReadonlySet<string> = new Set<JsonType>([
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
]);

/** `type` as a list, with 3.0's `nullable` counted as a type where one is named. */
function readTypes(
  schema: Located,
  { report }: Context,
): Pick<SchemaNode, "types" | "nullable"> {
  const { value } = schema;
  const nullable = boolean(own(value, "nullable")) ?? false;
  const written = at(schema, "type");
  if (written === undefined) return { types: undefined, nullable };
  const names =
    typeof written.value === "string"
      ? [written.value]
      : strings(written.value);
  const types = names.filter((name): name is JsonType => jsonTypes.has(name));
  const unknown = names.filter((name) => !jsonTypes.has(name));
  if (unknown.length > 0 || names.length === 0) {
    report("schema/unknown-type", written.origin, {
      type: unknown.join(", ") || "nothing",
    });
    return { types: undefined, nullable };
  }
  return {
    types: nullable ? [...new Set([...types, "null" as const])] : types,
    nullable: false,
  };
}

function readEnum(schema: Located): readonly Json[] | undefined {
  const constant = own(schema.value, "const");
  if (constant !== undefined) return [constant];
  const list = own(schema.value, "enum");
  return Array.isArray(list) ? list : undefined;
}

function readDiscriminator(
  schema: Located,
  context: Context,
): Discriminator | undefined {
  const found = at(schema, "discriminator");
  if (found === undefined) return undefined;
  // Swagger 2.0 writes the property's name alone.
  const propertyName =
    string(found.value) ?? string(own(found.value, "propertyName"));
  if (propertyName === undefined) {
    context.report("union/discriminator-without-property", found.origin, {});
    return undefined;
  }
  const mapping = entries(at(found, "mapping")).flatMap(([value, target]) => {
    const written = string(target.value);
    if (written === undefined) return [];
    // OAS 3.1 §4.8.25.1: a bare name is the name of a component, if there is such a component.
    const reference = /[#/.]/.test(written)
      ? written
      : `#/components/schemas/${written}`;
    return [
      { value, written, schema: context.refer(reference, target.origin) },
    ];
  });
  return { propertyName, mapping, origin: found.origin };
}

function readConstraints(
  value: Json,
  complain: (keyword: string) => void,
): Constraints {
  const numeric = (keyword: string): number | undefined => {
    const found = own(value, keyword);
    if (
      found !== undefined &&
      typeof found !== "number" &&
      typeof found !== "boolean"
    )
      complain(keyword);
    return number(found);
  };
  // OAS 3.0 writes exclusive bounds as a boolean beside the bound.
  const exclusive = (keyword: string) => own(value, keyword) === true;
  const minimum = numeric("minimum");
  const maximum = numeric("maximum");
  return compact<Constraints>({
    format: string(own(value, "format")),
    pattern: string(own(value, "pattern")),
    minLength: numeric("minLength"),
    maxLength: numeric("maxLength"),
    minimum: exclusive("exclusiveMinimum") ? undefined : minimum,
    maximum: exclusive("exclusiveMaximum") ? undefined : maximum,
    exclusiveMinimum: exclusive("exclusiveMinimum")
      ? minimum
      : numeric("exclusiveMinimum"),
    exclusiveMaximum: exclusive("exclusiveMaximum")
      ? maximum
      : numeric("exclusiveMaximum"),
    multipleOf: numeric("multipleOf"),
    minItems: numeric("minItems"),
    maxItems: numeric("maxItems"),
    uniqueItems: boolean(own(value, "uniqueItems")),
    minProperties: numeric("minProperties"),
    maxProperties: numeric("maxProperties"),
  });
}

export function readAnnotations(value: Json): Annotations {
  const example = own(value, "example");
  const examples = own(value, "examples");
  const list = [
    ...(Array.isArray(examples) ? examples : []),
    ...(example === undefined ? [] : [example]),
  ];
  return compact<Annotations>({
    title: string(own(value, "title")),
    description: string(own(value, "description")),
    deprecated: boolean(own(value, "deprecated")),
    readOnly: boolean(own(value, "readOnly")),
    writeOnly: boolean(own(value, "writeOnly")),
    default: own(value, "default"),
    examples: list.length > 0 ? distinct(list) : undefined,
  });
}

const distinct = (values: readonly Json[]): readonly Json[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

function reportKeywords(schema: Located, report: Report): void {
  for (const [keyword, found] of entries(schema)) {
    if (keyword.startsWith("x-")) continue;
    const treatment = keywords.get(keyword);
    if (treatment === undefined)
      report("schema/unknown-keyword", found.origin, { keyword });
    else if (treatment.kind === "reported") {
      report("unsupported/keyword", found.origin, { keyword });
    }
  }
}
