import type { Json } from "../../generator/ir/source.ts";
import type { Draw } from "./draw.ts";
import { patterns } from "./patterns.ts";
import {
  behind,
  declaredBy,
  isSchema,
  objectOf,
  requiredOf,
  schemasOf,
  type Components,
  type Schema,
} from "./schema.ts";

/** Values of every JSON type, for places where any will do. */
export const scraps: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  1.5,
  -1,
  "",
  "a",
  "b",
  "WH1",
  "\u{1F600}x",
  "long text",
  [],
  ["a"],
  [1, null],
  [[]],
  {},
  { a: 1 },
  { type: "a", b: [] },
];

/**
 * A value that is valid for a schema, mostly: what it is worth is for the judge to say. Follows every
 * keyword that names a value or a type; bounds by trying values near them. From `levels` of members on it has only what
 * has to be there, and where recursion asks for more and more of that, anything.
 */
export function sampleValue(
  written: Schema,
  components: Components,
  draw: Draw,
  levels = mostly,
): Json {
  if (levels < -mostly) return draw.pick(scraps);
  const schema = behind(written, components);
  const same = (of: Schema) => sampleValue(of, components, draw, levels);
  const inner = (of: Schema) => sampleValue(of, components, draw, levels - 1);
  const { examples } = schema;
  if (Array.isArray(examples) && draw.chance(60)) return draw.pick(examples);
  if ("const" in schema) return schema["const"] as Json;
  if (Array.isArray(schema["enum"])) return draw.pick(schema["enum"]);
  const unions = schemasOf(schema["allOf"]).filter(isChoice);
  if (unions.length > 0) {
    const others = schemasOf(schema["allOf"]).filter((one) => !isChoice(one));
    const parts = [{ ...schema, allOf: others }, ...unions].map(same);
    return parts.reduce((left, right) =>
      isSchema(left) && isSchema(right)
        ? objectOf([...Object.entries(left), ...Object.entries(right)])
        : right,
    );
  }
  const choices = choicesOf(schema);
  if (choices.length > 0) {
    const ending = choices.filter((one) => isScalar(behind(one, components)));
    return same(
      draw.pick(levels > 0 || ending.length === 0 ? choices : ending),
    );
  }
  const declared = declaredBy(schema, components);
  if (declared.size > 0) {
    const often = levels > 0 ? draw.pick([0, 40, 80, 100]) : 0;
    const required = requiredBy(schema, components);
    const isThere = (name: string) => required.has(name) || draw.chance(often);
    return sampleObject(declared, inner, isThere);
  }
  const members = [
    ...schemasOf(schema["allOf"]),
    ...(typeof schema["$ref"] === "string" ? [{ $ref: schema["$ref"] }] : []),
  ];
  if (members.length > 0) {
    const { allOf: _, $ref: __, ...own } = schema;
    const all = members.map((member) => behind(member, components));
    return same(Object.assign({}, ...all, own) as Schema);
  }
  switch (typeNameOf(schema, draw)) {
    case "string":
      return sampleString(schema, draw);
    case "number":
      return sampleNumber(schema, draw) + draw.pick([0, 0, 0.5]);
    case "integer":
      return sampleNumber(schema, draw);
    case "boolean":
      return draw.chance(50);
    case "null":
      return null;
    case "array":
      return sampleArray(schema, inner, draw, levels > 0);
    case "object":
      return sampleMap(schema, inner, draw, levels > 0);
    default:
      return draw.pick(scraps);
  }
}

const choicesOf = (schema: Schema): readonly Schema[] => [
  ...schemasOf(schema["oneOf"]),
  ...schemasOf(schema["anyOf"]),
];

const isChoice = (schema: Schema): boolean => choicesOf(schema).length > 0;

/** Levels of members that values have mostly: more than those that do not recur. */
const mostly = 5;

const isScalar = ({ type, enum: values, const: only }: Schema): boolean =>
  values !== undefined ||
  only !== undefined ||
  (typeof type === "string" && type !== "object" && type !== "array");

function typeNameOf(schema: Schema, draw: Draw): string | undefined {
  const { type } = schema;
  if (typeof type === "string") return type;
  if (Array.isArray(type)) return String(draw.pick(type as readonly Json[]));
  if ("items" in schema || "prefixItems" in schema) return "array";
  if ("pattern" in schema || "minLength" in schema) return "string";
  return "minimum" in schema ? "number" : undefined;
}

function sampleString(schema: Schema, draw: Draw): string {
  const { pattern, minLength = 0 } = schema;
  if (typeof pattern === "string")
    return draw.pick(patterns[pattern] ?? ["WH1"]);
  const text = draw.pick(["", "a", "WH1", "AC1", "\u{1F600}", "text"]);
  return text.padEnd(Number(minLength), "z");
}

function sampleNumber(schema: Schema, draw: Draw): number {
  const low = schema["minimum"] ?? schema["exclusiveMinimum"];
  const high = schema["maximum"] ?? schema["exclusiveMaximum"];
  const from = Number(low ?? Number(high ?? 3) - 4);
  const to = Number(high ?? from + 4);
  return draw.int(Math.min(from, to), Math.max(from, to));
}

function sampleArray(
  schema: Schema,
  inner: (of: Schema) => Json,
  draw: Draw,
  isFree: boolean,
): Json {
  const { items, minItems = 0, maxItems } = schema;
  const places = schemasOf(schema["prefixItems"]);
  const least = Number(minItems);
  const most = Number(
    maxItems ?? Math.max(least, places.length) + (places.length > 0 ? 0 : 2),
  );
  const length = isFree
    ? draw.int(Math.min(least, most), Math.max(least, most))
    : least;
  return Array.from({ length }, (_, index) =>
    inner(places[index] ?? (isSchema(items) ? items : {})),
  );
}

function sampleMap(
  schema: Schema,
  inner: (of: Schema) => Json,
  draw: Draw,
  isFree: boolean,
): Json {
  const { additionalProperties, minProperties = 0 } = schema;
  if (additionalProperties === false) return {};
  const values = isSchema(additionalProperties) ? additionalProperties : {};
  const count = Number(minProperties) + (isFree ? draw.int(0, 2) : 0);
  const keys = draw.some(["a", "b", "key", "__proto__"], count, count);
  return objectOf(keys.map((key) => [key, inner(values)]));
}

/** All that is required, and some of what is not. */
function sampleObject(
  declared: ReadonlyMap<string, Schema>,
  inner: (of: Schema) => Json,
  isThere: (name: string) => boolean,
): Json {
  return objectOf(
    [...declared].flatMap(([name, property]) =>
      isThere(name) ? [[name, inner(property)] as const] : [],
    ),
  );
}

function requiredBy(
  written: Schema,
  components: Components,
): ReadonlySet<string> {
  const schema = behind(written, components);
  const reference = schema["$ref"];
  const members = [
    ...schemasOf(schema["allOf"]),
    ...(typeof reference === "string" ? [{ $ref: reference }] : []),
  ];
  return new Set([
    ...requiredOf(schema),
    ...members.flatMap((member) => [...requiredBy(member, components)]),
  ]);
}
