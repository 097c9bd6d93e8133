import type { Json } from "../../generator/ir/source.ts";
import { patterns } from "./patterns.ts";
import type { Schema } from "./schema.ts";
import {
  arraySchema,
  enumSchema,
  literals,
  names,
  numberSchema,
  objectSchema,
  scalarSchema,
  tupleSchema,
  valueSchema,
  type Drawing,
} from "./value-schemas.ts";
import type { Variant } from "./variants.ts";

/** Variants that differ in one way, or in none: so many of them. */
export type Family = (draw: Drawing, count: number) => readonly Variant[];

export const times = <T>(
  count: number,
  make: (index: number) => T,
): readonly T[] => Array.from({ length: count }, (_, index) => make(index));

/** One property, which each variant has in its own way. */
const byProperty =
  (schemaOf: (draw: Drawing, index: number) => Schema, optional = 15): Family =>
  (draw, count) => {
    const name = draw.pick(names);
    const often = draw.chance(60) ? 0 : optional;
    return times(count, (index) => ({
      properties: [[name, schemaOf(draw, index)]],
      required: draw.chance(often) ? [] : [name],
    }));
  };

const pool: readonly Json[] = [
  ...["a", "b", "c", "call.ringing", "call.ended", "WH", "constructor", "1"],
  ...[1, 2, true, 0],
];

export const oneEach = (draw: Drawing, index: number): Schema =>
  enumSchema(draw, [pool[index % pool.length] as Json]);

const nested = (
  draw: Drawing,
  path: readonly string[],
  inner: Schema,
): Schema => {
  const [name, ...deeper] = path;
  if (name === undefined) return inner;
  const properties = { [name]: nested(draw, deeper, inner) };
  const schema: Schema = {
    ...(draw.chance(90) && { type: "object" }),
    properties: {
      ...properties,
      ...(draw.chance(85) && {
        [draw.pick(["p", "q", "r", "s", "t", "u"])]:
          draw.again !== undefined && draw.chance(50)
            ? draw.again.any()
            : scalarSchema(draw),
      }),
    },
    ...(draw.chance(95) && { required: [name] }),
  };
  return draw.chance(10)
    ? { anyOf: [schema, { type: "null" }] }
    : draw.chance(20)
      ? draw.define(schema)
      : schema;
};

const byPath =
  (depth: number): Family =>
  (draw, count) => {
    const path = draw.some(["data", "body", "meta"], depth, depth);
    const tag = draw.pick(["type", "kind", "toString"]);
    return times(count, (index) => ({
      properties: [
        [
          path[0] as string,
          nested(
            draw,
            [...path.slice(1), tag],
            draw.chance(85)
              ? oneEach(draw, index)
              : enumSchema(draw, literals(draw, 1, 2)),
          ),
        ],
      ],
      required: draw.chance(90) ? [path[0] as string] : [],
    }));
  };

const presence =
  (closed: number): Family =>
  (draw, count) => {
    const all = [...names.slice(0, 4), "e", "f", "constructor", "__proto__"];
    const types = new Map(all.map((name) => [name, valueSchema(draw, 1)]));
    const alike = draw.chance(60);
    return times(count, () => {
      const chosen = draw.some(all, 1, 3);
      return {
        properties: chosen.map((name) => [
          name,
          alike ? (types.get(name) as Schema) : valueSchema(draw, 1),
        ]),
        required: draw.some(chosen, draw.chance(80) ? 1 : 0),
        closed: draw.chance(closed),
      };
    });
  };

/** Each requires one more than the one before. */
const specific: Family = (draw, count) => {
  const kept = [...names.slice(0, 5), "e", "f", "g", "h", "i", "j"];
  const schemas = kept.map((name) => [name, valueSchema(draw, 2)] as const);
  const start = draw.int(0, 2);
  return draw.shuffled(
    times(count, (index) => {
      const own = schemas.slice(0, start + index);
      const more = [
        ...(draw.chance(40) ? [["extra", valueSchema(draw, 2)] as const] : []),
      ];
      return {
        properties: [...own, ...more],
        required: own.map(([name]) => name),
        closed: draw.chance(5),
      };
    }),
  );
};

/** The same properties; what is required differs. */
const requiredAlone: Family = (draw, count) => {
  const chosen = draw.some(names, 2, 5);
  const properties = chosen.map((name) => [name, scalarSchema(draw)] as const);
  const declares = draw.chance(60);
  return times(count, () => ({
    properties: declares ? properties : [],
    required: draw.some(chosen, 1),
  }));
};

const composite: Family = (draw, count) => {
  const pairs = ["a", "b", "c"].flatMap((type) =>
    ["x", "y", "z", "1"].map((subtype) => [type, subtype] as const),
  );
  const chosen = draw.shuffled(pairs).slice(0, count);
  const [outer, inner] = draw.shuffled(["type", "kind", "constructor"]);
  return chosen.map(([type, subtype]) => ({
    properties: [
      [outer as string, enumSchema(draw, [type])],
      [inner as string, enumSchema(draw, [subtype])],
    ],
    required: draw.chance(90)
      ? [outer as string, inner as string]
      : [inner as string],
  }));
};

const jsonTypes: readonly ((draw: Drawing) => Schema)[] = [
  () => ({ type: "string" }),
  () => ({ type: "number" }),
  () => ({ type: "boolean" }),
  (draw) => arraySchema(draw, scalarSchema(draw)),
  (draw) => objectSchema(draw, 1),
  () => ({ type: "null" }),
  () => ({ type: "object", additionalProperties: { type: "string" } }),
  () => ({ type: ["string", "null"] }),
  () => ({ type: ["integer", "array"] }),
];

const anything: Family = (draw, count) => {
  const all = draw.some(names, 2, 4);
  const shared = new Map(all.map((name) => [name, valueSchema(draw, 2)]));
  return times(count, () => {
    const chosen = draw.some(all, 1);
    return {
      properties: chosen.map((name) => [
        name,
        draw.chance(35) ? (shared.get(name) as Schema) : valueSchema(draw, 2),
      ]),
      required: draw.some(chosen, 0),
      closed: draw.chance(12),
    };
  });
};

/** Patterns, and beside them something else that tells, or tells too. */
const byPattern: Family = (draw, count) =>
  times(count, (index) => ({
    properties: [
      ["code", { type: "string", pattern: draw.pick(Object.keys(patterns)) }],
      ...(draw.chance(60)
        ? [[`own${index}`, scalarSchema(draw)] as const]
        : []),
      ["tag", draw.chance(40) ? oneEach(draw, index) : { type: "string" }],
    ],
    required: ["code", "tag", `own${index}`].slice(0, draw.int(1, 3)),
  }));

const optionalTag: Family = (draw, count) => {
  const name = draw.pick(names);
  return times(count, (index) => ({
    properties: [[name, oneEach(draw, index)]],
    required: draw.chance(30) ? [name] : [],
  }));
};

/** What each variant adds is more than a decoder can check, or as much. */
const incomplete: Family = (draw, count) => {
  const base: Variant = {
    properties: [["id", { type: "string" }]],
    required: ["id"],
  };
  return [
    base,
    ...times(count - 1, (index): Variant => {
      const name = `p${index}`;
      return {
        properties: [...base.properties, [name, valueSchema(draw, 2)]],
        required: ["id", name],
        more: draw.pick<Schema>([
          {},
          {},
          { minProperties: 3 },
          { not: { required: ["note"] } },
          { maxProperties: 2 },
          { additionalProperties: { type: "string" } },
          { patternProperties: { "^n": { type: "integer" } } },
        ]),
      };
    }),
  ];
};

/** Schemas of which a decoder checks all there is to check, or has to know that it cannot. */
const checks: readonly ((draw: Drawing) => Schema)[] = [
  () => ({ type: "string", minLength: 2, maxLength: 3 }),
  () => ({ type: "string", maxLength: 1 }),
  () => ({ type: "string", pattern: "^WH" }),
  () => ({ type: "integer" }),
  () => ({ type: "integer", exclusiveMinimum: 1, maximum: 3 }),
  () => ({ type: "number", minimum: 1, exclusiveMaximum: 3 }),
  () => ({ type: "number", minimum: 0 }),
  () => ({ type: "number", multipleOf: 2 }),
  (draw) => ({ ...arraySchema(draw, { type: "integer" }), minItems: 2 }),
  (draw) => ({ ...arraySchema(draw, enumSchema(draw, [1, 2])), maxItems: 2 }),
  () => ({ type: "array", items: { type: "number" }, uniqueItems: true }),
  () => ({ type: "array", items: { enum: ["a", "b"] } }),
  () => object({ a: { type: "integer" } }, []),
  () =>
    object({ a: { type: "string" } }, ["a"], { additionalProperties: false }),
  () =>
    object({ a: { type: ["string", "null"] } }, ["a"], { minProperties: 2 }),
  () => object({ a: {} }, ["a"], { not: { required: ["b"] } }),
  () => ({ properties: { a: { type: "integer" } } }),
  () => ({ items: { type: "integer" } }),
  () => ({ minLength: 2 }),
  () => ({ anyOf: [{ pattern: "^WH" }, { type: "null" }] }),
  () => ({ enum: ["a", "WH1"], pattern: "^WH" }),
  () => ({ enum: [1, true] }),
  () => ({
    oneOf: [
      { type: "number", minimum: 1 },
      { type: "number", maximum: 2 },
    ],
  }),
  () => ({ oneOf: [{ type: "string" }, { type: "integer" }] }),
  () => ({ type: ["string", "null"], enum: ["a", "b"] }),
  () => ({ type: "object", additionalProperties: { type: "integer" } }),
  (draw) => ({ ...draw.define({ type: "string" }), minLength: 2 }),
  () => ({ allOf: [{ enum: ["a", "WH1"] }, { pattern: "^WH" }] }),
];

const object = (
  properties: Schema,
  required: readonly string[],
  more: Schema = {},
): Schema => ({ type: "object", properties, required, ...more });

/** One includes the other, which adds a property, or two, or three. */
const exactly: Family = (draw, count) => {
  const added = times(Math.min(count, 4) - 1, (index) => {
    const schema =
      draw.again !== undefined && draw.chance(30)
        ? draw.again.any()
        : draw.pick(checks)(draw);
    return [`p${index}`, schema] as const;
  });
  return times(added.length + 1, (index): Variant => ({
    properties: [["id", { type: "string" }], ...added.slice(0, index)],
    required: ["id", ...added.slice(0, index).map(([name]) => name)],
    closed: index > 0 && draw.chance(6),
    ...(index > 0 &&
      draw.chance(12) && {
        more: draw.pick<Schema>([
          { not: { required: ["note"] } },
          { minProperties: 3 },
          { additionalProperties: { type: "string" } },
        ]),
      }),
  }));
};

/** Several variants that each add to one, and to which another adds all of it. */
const diamond: Family = (draw, count) => {
  const added = times(Math.min(count, 4), (index) => {
    const schema = draw.pick(checks)(draw);
    return [`p${index}`, schema] as const;
  });
  const base: Variant = { properties: [["id", {}]], required: ["id"] };
  return [
    base,
    ...added.map((one): Variant => ({
      properties: [...base.properties, one],
      required: ["id", one[0]],
    })),
  ];
};

/** By name; the weight is how often it is drawn. */
export const families: Readonly<
  Record<string, { readonly weight: number; readonly make: Family }>
> = {
  jsonType: {
    weight: 3,
    make: byProperty((draw, index) =>
      (
        jsonTypes[
          draw.chance(80) ? index % jsonTypes.length : draw.int(0, 8)
        ] as (draw: Drawing) => Schema
      )(draw),
    ),
  },
  literal: { weight: 3, make: byProperty(oneEach) },
  literalSets: {
    weight: 4,
    make: byProperty((draw) => enumSchema(draw, literals(draw, 1, 4))),
  },
  optionalTag: { weight: 2, make: optionalTag },
  composite: { weight: 3, make: composite },
  nested: { weight: 6, make: byPath(1) },
  nestedTwice: { weight: 5, make: byPath(2) },
  presence: { weight: 5, make: presence(0) },
  closed: { weight: 4, make: presence(60) },
  requiredAlone: { weight: 2, make: requiredAlone },
  specific: { weight: 5, make: specific },
  incomplete: { weight: 4, make: incomplete },
  exactly: { weight: 6, make: exactly },
  diamond: { weight: 3, make: diamond },
  items: {
    weight: 3,
    make: byProperty((draw, index) =>
      arraySchema(
        draw,
        draw.chance(70)
          ? oneEach(draw, index)
          : enumSchema(draw, literals(draw, 1, 3)),
      ),
    ),
  },
  length: {
    weight: 3,
    make: byProperty((draw, index) =>
      draw.chance(60)
        ? tupleSchema(draw, 1 + (index % 3))
        : {
            ...arraySchema(draw, scalarSchema(draw)),
            minItems: index * 2,
            maxItems: index * 2 + draw.int(0, 2),
          },
    ),
  },
  prefix: {
    weight: 4,
    make: byPattern,
  },
  range: {
    weight: 3,
    make: byProperty((draw, index) =>
      draw.chance(60)
        ? {
            type: draw.pick(["number", "integer"]),
            minimum: index * 3,
            maximum: index * 3 + draw.int(1, 3),
          }
        : numberSchema(draw),
    ),
  },
  anything: { weight: 12, make: anything },
};
