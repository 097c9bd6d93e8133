import { stripTypeScriptTypes } from "node:module";
import { resolve } from "../../generator/4-resolve/resolve.ts";
import { wireTypes } from "../../generator/4-resolve/unions/conditions.ts";
import { verdictOf } from "../../generator/4-resolve/unions/verdict.ts";
import { plan } from "../../generator/5-plan/plan.ts";
import { createPrinter } from "../../generator/6-emit/printer.ts";
import { shapeText } from "../../generator/6-emit/shape-text.ts";
import type { ClientPlan } from "../../generator/ir/client-plan.ts";
import type { GuardsDeclaration } from "../../generator/ir/declaration-plan.ts";
import type { ShapeExpr } from "../../generator/ir/shape-expr.ts";
import type { Api } from "../../generator/ir/openapi.ts";
import type { Resolved } from "../../generator/ir/resolved.ts";
import type { SchemaId } from "../../generator/ir/schema-graph.ts";
import type {
  Telltale,
  TypeGraph,
  TypeId,
  UnionNode,
} from "../../generator/ir/type-graph.ts";
import * as ofVariants from "../../templates/runtime/of-variants.ts";
import * as own from "../../templates/runtime/own.ts";
import * as shape from "../../templates/runtime/shape.ts";
import * as shapes from "../../templates/runtime/shapes.ts";
import * as tagged from "../../templates/runtime/tagged.ts";
import * as variants from "../../templates/runtime/variants.ts";
import * as tests from "../../templates/runtime/tests.ts";
import { ignore, sourceId, unionName } from "./document.ts";
import type { Place } from "./instances.ts";
import { lookedAt } from "./looked-at.ts";
import { schemasOf, type GeneratedUnion, type Schema } from "./schema.ts";

/** The parts of the compiler that the law is about; a planted fault replaces one. */
export interface Parts {
  readonly resolve: typeof resolve;
  readonly wireTypes: typeof wireTypes;
  readonly verdictOf: typeof verdictOf;
  readonly shapeText: typeof shapeText;
  readonly runtime: Readonly<Record<string, unknown>>;
}

export const parts: Parts = {
  resolve,
  wireTypes,
  verdictOf,
  shapeText,
  runtime: {
    ...own,
    ...ofVariants,
    ...tests,
    ...variants,
    ...tagged,
    ...shape,
    ...shapes,
  },
};

/** What a client makes of a union's values. */
export interface Decider {
  /** `declared`, `literal`, `elimination`, `jsonType`, `nothing`; or that there is no union any more. */
  readonly by: string;
  /** The place of the variant that a value is called; `undefined` is unrecognized. */
  readonly decide: (value: unknown) => number | undefined;
  /** The places of the variants that it decides among. */
  readonly cases: readonly (number | undefined)[];
  /** The objects that it looks into to decide. */
  readonly looksAt: readonly Place[];
  /** Those of the variants that are struck out, each looked at alone. */
  readonly struck: (value: unknown) => readonly (number | undefined)[];
  /** The value with the tags that a decoder adds; absent where none does. */
  readonly tagged?: (value: unknown) => unknown;
}

/** Compiles the unions of one document; decides by the text that is emitted for them. */
export function decidersOf(
  unions: readonly GeneratedUnion[],
  api: Api,
  using: Parts = parts,
): readonly Decider[] {
  const resolved = using.resolve(api, ignore);
  const client = plan(api, resolved, {}, ignore);
  const decoders = evaluate(client, using);
  return unions.map((union, index): Decider => {
    const node = unionNode(index, resolved);
    if (node === undefined) return undecided("collapsed");
    const places = placesOf(union, index);
    const { telltale } = node;
    switch (telltale.by) {
      case "declared":
      case "literal":
        return bySwitch(telltale, places);
      case "elimination": {
        const decoder = decoders.get(unionName(index));
        if (decoder === undefined) throw new Error("a decoder is missing");
        const found = telltale.cases.map(({ variant }) =>
          placeOf(variant, places),
        );
        const tests = telltale.cases.flatMap((each) => each.tests);
        return { ...byDecoder(decoder, found), looksAt: lookedAt(tests) };
      }
      case "jsonType":
        return byType(node, resolved, places, using);
      case "nothing":
        return undecided("nothing");
      default:
        return telltale satisfies never;
    }
  });
}

const undecided = (by: string): Decider => ({
  by,
  cases: [],
  decide: () => undefined,
  looksAt: [],
  struck: () => [],
});

type Places = ReadonlyMap<string, number>;

/** A native union: `switch` on the tag. What has no tag is left to `default`, and struck from nothing. */
function bySwitch(
  telltale: Telltale & { by: "declared" | "literal" },
  places: Places,
): Decider {
  const found = telltale.cases.map(({ variant, values }) => ({
    place: placeOf(variant, places),
    values,
    isDefault: variant === telltale.otherwise,
  }));
  const fallback = found.find(({ isDefault }) => isDefault);
  return {
    by: telltale.by,
    cases: found.map(({ place }) => place),
    looksAt: [""],
    decide(value) {
      const tag = ownMember(value, telltale.property);
      const named = found.find(({ values }) =>
        values.some((one) => one === tag),
      );
      return (named ?? fallback)?.place;
    },
    struck(value) {
      const tag = ownMember(value, telltale.property);
      return wholly(
        found.map(({ place }) => place),
        found.map(
          ({ values, isDefault }) =>
            !isDefault &&
            tag !== undefined &&
            values.every((one) => one !== tag),
        ),
      );
    },
  };
}

function byDecoder(
  { shape, alone, tag, isGuarded, labels }: Decoder,
  found: readonly (number | undefined)[],
): Omit<Decider, "looksAt"> {
  const tagged = (one: Decoder["shape"], value: unknown): unknown => {
    const copy: unknown = structuredClone(value);
    one.tag(copy);
    return copy;
  };
  const labelOf = (one: Decoder["shape"], value: unknown): string =>
    String(ownMember(tagged(one, value), tag));
  return {
    by: "elimination",
    cases: found,
    ...(!isGuarded && { tagged: (value) => tagged(shape, value) }),
    decide: (value) => found[labels.indexOf(labelOf(shape, value))],
    struck: (value) =>
      wholly(
        found,
        labels.map(
          (label, index) =>
            labelOf(alone[index] as Decoder["shape"], value) !== label,
        ),
      ),
  };
}

/** The places of which every case is struck out: a union inside an `allOf` makes several cases of one variant. */
const wholly = (
  places: readonly (number | undefined)[],
  isStruck: readonly boolean[],
): readonly (number | undefined)[] =>
  places.filter(
    (place, index) =>
      isStruck[index] === true &&
      places.every((other, at) => other !== place || isStruck[at] === true),
  );

/** `typeof` and `Array.isArray`, by which TypeScript narrows. */
function byType(
  { variants }: UnionNode,
  { types }: Resolved,
  places: Places,
  using: Parts,
): Decider {
  const found = variants.map((variant) => ({
    place: placeOf(variant, places),
    types: using.wireTypes(variant, { node: nodeIn(types) }),
  }));
  const includes = (types: readonly WireType[] | undefined, value: unknown) =>
    types?.includes(wireType(value)) === true;
  return {
    by: "jsonType",
    cases: found.map(({ place }) => place),
    looksAt: [],
    decide: (value) => found.find(({ types }) => includes(types, value))?.place,
    // Null was lifted out of the union: it is of no variant any more.
    struck: (value) => {
      const taken = found
        .filter(({ types }) => includes(types, value))
        .map(({ place }) => place);
      return value === null
        ? []
        : found.map(({ place }) => place).filter((one) => !taken.includes(one));
    },
  };
}

const ownMember = (value: unknown, name: string): unknown =>
  own.isObject(value) ? own.own(value, name) : undefined;

type WireType = NonNullable<ReturnType<typeof wireTypes>>[number];

const wireType = (value: unknown): WireType =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "array"
      : (typeof value as WireType);

export const nodeIn = (types: TypeGraph) => (id: TypeId) => {
  const node = types.get(id);
  if (node === undefined) throw new Error(`no type ${id}`);
  return node;
};

export function unionNode(
  index: number,
  { types, typeOf }: Resolved,
): UnionNode | undefined {
  const id = typeOf.get(schemaId(unionName(index)));
  const node = id && types.get(id);
  const inner = node?.kind === "nullable" ? types.get(node.of) : node;
  return inner?.kind === "union" ? inner : undefined;
}

const schemaId = (pointer: string): SchemaId =>
  `${sourceId}#/components/schemas/${pointer}` as SchemaId;

/** Where the schemas of each variant are written -> the variant's place. */
export function placesOf(
  union: GeneratedUnion,
  index: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const visit = (schema: Schema, pointer: string, place: number): void => {
    places.set(schemaId(pointer), place);
    const reference = schema["$ref"];
    if (typeof reference === "string") {
      const name = reference.replace("#/components/schemas/", "");
      visit(union.components[name] ?? {}, name, place);
    }
    for (const keyword of ["allOf", "oneOf", "anyOf"])
      schemasOf(schema[keyword]).forEach((member, at) =>
        visit(member, `${pointer}/${keyword}/${at}`, place),
      );
  };
  union.variants.forEach((variant, place) =>
    visit(variant, `${unionName(index)}/${union.keyword}/${place}`, place),
  );
  return places;
}

export function placeOf(variant: TypeId, places: Places): number | undefined {
  // Literals of several variants that became one say nothing about which.
  if (variant.endsWith("/literals")) return undefined;
  // What an intersection made is called by what it was made of.
  const [found] = variant
    .split(" & ")
    .flatMap(
      (part) =>
        places.get(part.replace(/\/(type|nonNull|own)(\/\w+)?$/, "")) ?? [],
    );
  if (found === undefined) throw new Error(`no variant is ${variant}`);
  return found;
}

interface Decoder {
  readonly shape: { readonly tag: (value: unknown) => void };
  /** By variant: what is emitted for it, with no other beside it. */
  readonly alone: readonly Decoder["shape"][];
  readonly tag: string;
  /** Whether guards tell, so that no value is changed. */
  readonly isGuarded: boolean;
  /** In the order of the telltale's cases. */
  readonly labels: readonly string[];
}

/** Runs the text of every shape of a client. */
function evaluate(
  client: ClientPlan,
  { runtime, shapeText: print }: Parts,
): ReadonlyMap<string, Decoder> {
  const all = client.typeFiles.flatMap(({ declarations }) => declarations);
  const declared = all.filter((each) => each.kind === "shape");
  const guarded = all.filter((each) => each.kind === "guards");
  const textOf = (shape: ShapeExpr) =>
    print(shape, createPrinter("unions", ".js"));
  const decoderText = (of: string, shape: string, found: TaggedShape) => {
    const alone = found.cases.map((one) =>
      textOf({ ...found, cases: [{ ...one, over: [] }] }),
    );
    const labels = JSON.stringify(found.cases.map(({ label }) => label));
    return `[${JSON.stringify(of)}, { shape: ${shape}, alone: [${alone.join(", ")}], tag: ${JSON.stringify(found.tag)}, isGuarded: ${found.tag === told}, labels: ${labels} }]`;
  };
  const decoders = [
    ...declared.flatMap(({ of, name, shape }) => {
      const found = taggedIn(shape);
      return found === undefined ? [] : [decoderText(of, name.name, found)];
    }),
    ...guarded.map((guards) => {
      const found = taggedBy(guards);
      return decoderText(guards.union.name, textOf(found), found);
    }),
  ];
  const text = [
    ...declared.map(
      ({ name, shape }) => `const ${name.name} = lazy(() => ${textOf(shape)});`,
    ),
    `return [${decoders.join(",")}];`,
  ].join("\n");
  const run = new Function(...Object.keys(runtime), withoutTypes(text)) as (
    ...args: readonly unknown[]
  ) => readonly (readonly [string, Decoder])[];
  return new Map(run(...Object.values(runtime)));
}

/** What is emitted is TypeScript; a body of a function is none by itself. */
const withoutTypes = (body: string): string =>
  stripTypeScriptTypes(`() => {${body}}`).slice("() => {".length, -1);

type TaggedShape = ShapeExpr & { kind: "tagged" };

function taggedIn(shape: ShapeExpr): TaggedShape | undefined {
  if (shape.kind === "tagged")
    return shape.tag === undefined ? undefined : shape;
  return shape.kind === "all"
    ? shape.shapes.map(taggedIn).find((found) => found !== undefined)
    : undefined;
}

const told = "$told";

/** What guards tell, as a tag: they are made of the same tests. */
const taggedBy = ({ cases }: GuardsDeclaration): TaggedShape => ({
  kind: "tagged",
  tag: told,
  cases: cases.map((each) => ({ ...each, shape: undefined })),
  otherwise: undefined,
});
