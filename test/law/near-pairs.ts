import type { Json } from "../../generator/ir/source.ts";
import type { Draw } from "./draw.ts";
import { patterns } from "./patterns.ts";
import { objectOf, type GeneratedUnion, type Schema } from "./schema.ts";
import {
  arraySchema,
  enumSchema,
  literals,
  numberSchema,
  scalarSchema,
  type Drawing,
} from "./value-schemas.ts";

/** Schemas of one kind, of which two exclude each other or only just do not. */
type Kind = (draw: Drawing) => Schema;

const texts: readonly Json[] = ["WH", "WHx", "AC1", "ab", "ac", "b"];
const numbers: readonly Json[] = [0, 1, 1.5, 2, 3];

const oneOf = (draw: Draw, values: readonly Json[]): Schema =>
  enumSchema(draw, draw.some(values, 1, 2));

const textOf =
  (pool: readonly string[]): Kind =>
  (draw) =>
    draw.chance(75)
      ? { type: "string", pattern: draw.pick(pool) }
      : oneOf(draw, texts);

const [upper, lower] = [/WH|AC/, /^\^a/].map((start) =>
  textOf(Object.keys(patterns).filter((pattern) => start.test(pattern))),
) as [Kind, Kind];

const number: Kind = (draw) =>
  draw.chance(80) ? numberSchema(draw) : oneOf(draw, numbers);

const literal: Kind = (draw) => enumSchema(draw, literals(draw, 1, 3));

const types = ["string", "number", "integer", "boolean", "array", "null"];

const type: Kind = (draw) =>
  draw.pick<Schema>([
    { type: draw.some(types, 2, 3) },
    { type: draw.pick(types) },
    { type: "object", additionalProperties: { type: "string" } },
  ]);

/** What names no type, and so binds values of one alone. */
const untyped: Kind = (draw) =>
  draw.pick<Schema>([
    { minLength: 2 },
    { pattern: draw.pick(["^WH", "^AC"]) },
    { minimum: draw.int(0, 3) },
    { items: scalarSchema(draw) },
    { required: ["a"] },
    { properties: { a: scalarSchema(draw) } },
  ]);

const array: Kind = (draw) => arraySchema(draw, draw.pick(scalars)(draw));

const tuple: Kind = (draw) => ({
  type: "array",
  prefixItems: Array.from({ length: draw.int(1, 3) }, () =>
    draw.pick(scalars)(draw),
  ),
  ...(draw.chance(50) && { items: false }),
  ...(draw.chance(70) && { minItems: draw.int(0, 3) }),
});

const scalars: readonly Kind[] = [
  literal,
  (draw) => oneOf(draw, numbers),
  (draw) => ({ anyOf: [oneOf(draw, texts), { type: "null" }] }),
  (draw) => ({ anyOf: [oneOf(draw, texts), { type: "null" }] }),
  (draw) => ({ anyOf: [oneOf(draw, texts), { type: "boolean" }] }),
  () => ({ type: "boolean" }),
  () => ({}),
];

const kinds: readonly Kind[] = [
  upper,
  upper,
  lower,
  number,
  literal,
  type,
  untyped,
  array,
  tuple,
];

/** As it is, or one of several, or narrowed by what stands beside it. */
const wrapped = (draw: Drawing, kind: Kind): Schema => {
  const schema = kind(draw);
  const other = draw.chance(50) ? kind : draw.pick(kinds);
  switch (draw.int(0, 9)) {
    case 0:
      return { anyOf: [schema, { type: "null" }] };
    case 1:
      return { anyOf: draw.shuffled([schema, other(draw)]) };
    case 2:
      return { allOf: [{ anyOf: [schema, other(draw)] }, kind(draw)] };
    case 3:
      return other(draw);
    default:
      return schema;
  }
};

/** An object that may have it as `name`, and may have to. */
function holding(draw: Drawing, name: string, schema: Schema): Schema {
  const isDeclared = draw.chance(85);
  const beside = draw.chance(30)
    ? [["other", draw.pick(scalars)(draw)] as const]
    : [];
  return {
    ...(draw.chance(70) && { type: "object" }),
    properties: objectOf([
      ...(isDeclared ? [[name, schema] as const] : []),
      ...beside,
    ]),
    required: [
      ...(isDeclared && draw.chance(75) ? [name] : []),
      ...(beside.length > 0 && draw.chance(50) ? ["other"] : []),
    ],
    ...draw.pick<Schema>([
      {},
      {},
      {},
      { additionalProperties: false },
      { additionalProperties: { type: ["string", "integer"] } },
    ]),
  };
}

/**
 * Two variants that differ in what they say of one value, if in anything: of themselves, of a property, or of what
 * stands one or two levels further down.
 */
export function nearPair(drawing: Draw): GeneratedUnion {
  const draw: Drawing = {
    ...drawing,
    define: (schema) => schema,
    nextName: () => "",
    again: undefined,
  };
  const kind = draw.pick(kinds);
  const path = draw.pick([
    [],
    ["code"],
    ["code"],
    ["data", "code"],
    ["data", "code"],
    ["data", "body", "code"],
  ]);
  const variant = (): Schema =>
    path.reduceRight(
      (schema, name, depth) => {
        const object = holding(draw, name, schema);
        return depth > 0 && draw.chance(20)
          ? { anyOf: [object, { type: "null" }] }
          : object;
      },
      path.length === 0
        ? draw.pick([kind, ...kinds])(draw)
        : wrapped(draw, kind),
    );
  return {
    family: "near",
    keyword: draw.pick(["oneOf", "anyOf"] as const),
    variants: [variant(), variant()],
    components: {},
  };
}
