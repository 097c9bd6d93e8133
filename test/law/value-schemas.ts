import type { Json } from "../../generator/ir/source.ts";
import type { Draw } from "./draw.ts";
import { patterns } from "./patterns.ts";
import type { Again } from "./recursion.ts";
import { objectOf, refTo, type Schema } from "./schema.ts";

/** What schemas of values are drawn with: components are made on the way. */
export interface Drawing extends Draw {
  /** Puts a schema under `components`, and refers to it. */
  readonly define: (schema: Schema) => Schema;
  /** What the next component will be called. */
  readonly nextName: () => string;
  /** What leads back to the union, if it is to be recursive. */
  readonly again: Again | undefined;
}

export const names = [
  "a",
  "b",
  "c",
  "data",
  "kind",
  "__proto__",
  "constructor",
  "toString",
  "0",
  "x-y",
] as const;

const strings = ["a", "b", "c", "AC1", "WH1", "", "1", "true", "__proto__"];
const numbers = [0, 1, 2, -1, 1.5, 10];
const scalarTypes = ["string", "number", "integer", "boolean"] as const;

/** Distinct literals: of one scalar type mostly, of several now and then. */
export function literals(
  draw: Draw,
  min: number,
  max: number,
): readonly Json[] {
  const pool: readonly Json[] = draw.pick<readonly Json[]>([
    strings,
    strings,
    numbers,
    [true, false],
    ["1", 1, true, "true"],
  ]);
  return draw.some(pool, Math.min(min, pool.length), max);
}

export function enumSchema(draw: Draw, values: readonly Json[]): Schema {
  const [only] = values;
  if (values.length === 1 && draw.chance(60))
    return { const: only as Json, ...typeOf(draw, values) };
  return { enum: values, ...typeOf(draw, values) };
}

/** The type of literals, written down or left to be understood. */
const typeOf = (draw: Draw, values: readonly Json[]): Schema =>
  values.every((value) => typeof value === "string") && draw.chance(40)
    ? { type: "string" }
    : {};

const bound = (draw: Draw, keyword: string, min: number, max: number) =>
  draw.chance(50) ? { [keyword]: draw.int(min, max) } : {};

function stringSchema(draw: Drawing): Schema {
  switch (draw.int(0, 4)) {
    case 0:
      return { type: "string", pattern: draw.pick(Object.keys(patterns)) };
    case 1:
      return {
        type: "string",
        ...bound(draw, "minLength", 0, 2),
        ...bound(draw, "maxLength", 1, 3),
      };
    case 2:
      return { type: "string", format: draw.pick(["uuid", "email"]) };
    default:
      return { type: "string" };
  }
}

export const numberSchema = (draw: Draw): Schema => {
  const min = draw.int(-2, 10);
  return {
    type: draw.pick(["number", "integer"]),
    ...(draw.chance(50) && {
      [draw.pick(["minimum", "minimum", "exclusiveMinimum"])]: min,
    }),
    ...(draw.chance(50) && {
      [draw.pick(["maximum", "maximum", "exclusiveMaximum"])]:
        min + draw.int(0, 4),
    }),
    ...(draw.chance(10) && { multipleOf: draw.pick([2, 0.5]) }),
  };
};

export function arraySchema(draw: Drawing, items: Schema): Schema {
  const min = draw.int(0, 2);
  return {
    type: "array",
    items,
    ...(draw.chance(40) && { minItems: min }),
    ...(draw.chance(30) && { maxItems: min + draw.int(0, 2) }),
    ...(draw.chance(8) && { uniqueItems: true }),
  };
}

export function tupleSchema(draw: Drawing, length: number): Schema {
  const items = Array.from({ length }, () => valueSchema(draw, 0));
  return {
    type: "array",
    prefixItems: items,
    ...(draw.chance(60) && { items: false }),
    ...(draw.chance(60) && { minItems: draw.int(0, length) }),
    ...(draw.chance(20) && { maxItems: length + draw.int(-1, 1) }),
  };
}

/** An object with a few of the names. */
export function objectSchema(draw: Drawing, depth: number): Schema {
  const chosen = draw.some(names.slice(0, 6), 1, 3);
  return {
    ...(draw.chance(85) && { type: "object" }),
    properties: objectOf(
      chosen.map((name) => [name, valueSchema(draw, depth - 1)]),
    ),
    required: draw.some(chosen, 0),
    ...(draw.chance(20) && { additionalProperties: false }),
    ...beyondTypes(draw, 4),
  };
}

/** Keywords that no type carries. */
export function beyondTypes(draw: Draw, percent: number): Schema {
  if (!draw.chance(percent)) return {};
  return draw.pick<Schema>([
    { minProperties: 2 },
    { maxProperties: 3 },
    { not: { required: ["b"] } },
    { patternProperties: { "^x": { type: "string" } } },
    { propertyNames: { maxLength: 4 } },
    { "x-unknown": true },
    { dependentRequired: { a: ["c"] } },
    { additionalProperties: { type: ["string", "number"] } },
  ]);
}

/** Keywords without `type`, which let values of other types through. */
const impliedSchema = (draw: Drawing, depth: number): Schema =>
  draw.pick<() => Schema>([
    () => ({}),
    () => ({ properties: { a: valueSchema(draw, depth - 1) } }),
    () => ({ required: ["a"] }),
    () => ({ items: valueSchema(draw, depth - 1) }),
    () => ({ minLength: 2 }),
    () => ({ minimum: 3 }),
    () => ({ pattern: "^WH" }),
    () => ({ not: { type: "string" } }),
    () => ({ description: "anything" }),
  ])();

/** Several schemas in one: unions, intersections, references with more beside them. */
function combinedSchema(draw: Drawing, depth: number): Schema {
  const scalar = () => scalarSchema(draw);
  switch (draw.int(0, 5)) {
    case 0:
      return { oneOf: [scalar(), scalar()] };
    case 1:
      return { anyOf: [scalar(), valueSchema(draw, depth - 1)] };
    case 2:
      return {
        allOf: [
          scalar(),
          draw.pick([
            { minLength: 2 },
            { minimum: 1 },
            { not: { const: "a" } },
          ]),
        ],
      };
    case 3:
      return {
        ...draw.define(scalar()),
        ...draw.pick<Schema>([
          { minLength: 2 },
          { maximum: 1 },
          { description: "d" },
          { pattern: "^WH" },
        ]),
      };
    case 4:
      return { ...stringSchema(draw), enum: draw.some(strings, 1, 3) };
    default:
      return draw.define(valueSchema(draw, depth - 1));
  }
}

export function scalarSchema(draw: Drawing): Schema {
  switch (draw.int(0, 3)) {
    case 0:
      return stringSchema(draw);
    case 1:
      return numberSchema(draw);
    case 2:
      return enumSchema(draw, literals(draw, 1, 3));
    default:
      return { type: draw.pick(scalarTypes) };
  }
}

const nullable = (draw: Draw, schema: Schema): Schema => {
  if (!draw.chance(12)) return schema;
  const { type } = schema;
  if (typeof type === "string" && draw.chance(50))
    return { ...schema, type: [type, "null"] };
  return { [draw.pick(["anyOf", "oneOf"])]: [schema, { type: "null" }] };
};

/** A schema of any kind of value, `depth` levels of members deep at most. */
export function valueSchema(draw: Drawing, depth: number): Schema {
  if (draw.again !== undefined && draw.chance(20)) return draw.again.any();
  const kind = draw.int(0, depth > 0 ? 11 : 6);
  return nullable(draw, plainSchema(draw, kind, depth));
}

function plainSchema(draw: Drawing, kind: number, depth: number): Schema {
  if (kind < 4) return scalarSchema(draw);
  switch (kind) {
    case 4:
      return arraySchema(draw, enumSchema(draw, literals(draw, 1, 3)));
    case 5:
      return impliedSchema(draw, depth);
    case 6:
      return { type: draw.some([...scalarTypes, "array", "object"], 1, 3) };
    case 7:
      return arraySchema(draw, valueSchema(draw, depth - 1));
    case 8:
      return tupleSchema(draw, draw.int(1, 2));
    case 9:
    case 10:
      return objectSchema(draw, depth);
    default:
      return combinedSchema(draw, depth);
  }
}
