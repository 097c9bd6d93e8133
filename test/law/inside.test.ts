import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import type { Json } from "../../generator/ir/source.ts";
import {
  shapeOf,
  type EmittedShape,
  type Files,
} from "../scenarios/emitted.ts";
import { documentOf, unionName } from "./document.ts";
import type { Instance } from "./instances.ts";
import { judgeOf } from "./judge.ts";
import { generateBatches, slice, type Case } from "./run.ts";
import { isSchema, refTo, type Components, type Schema } from "./schema.ts";

/**
 * Unions inside of unions: what stands in a variant that is not known, in one of several that nothing tells
 * apart, or in one of several lists, is called what its own union calls it.
 */
interface Holder {
  readonly schema: (own: Schema, other: Schema) => Schema;
  /** Values that hold one, and where it is in them. */
  readonly hold: readonly ((value: Json) => Json)[];
  readonly inside: (held: Json) => Json | undefined;
  /** Whether a value of the other union may be there as well. */
  readonly either?: boolean;
}

const object = (
  properties: Schema,
  required: readonly string[] = [],
): Schema => ({ type: "object", properties, required });
const oneOf = (...variants: readonly Schema[]): Schema => ({ oneOf: variants });
const text: Schema = { type: "string" };
const held = (value: Json): Json | undefined =>
  isSchema(value) ? value["c"] : undefined;
const first = (value: Json): Json | undefined =>
  Array.isArray(value) ? (value[0] as Json) : undefined;

const holders: Readonly<Record<string, Holder>> = {
  OpenArm: {
    schema: (c) =>
      oneOf(
        object({ type: { const: "a" }, c }, ["type", "c"]),
        object({ type: { const: "b" }, c }, ["type", "c"]),
      ),
    hold: [
      (c) => ({ type: "a", c }),
      (c) => ({ type: "new", c }),
      (c) => ({ c }),
    ],
    inside: held,
  },
  OptionalTag: {
    schema: (c) =>
      oneOf(
        object({ type: { const: "a" }, c }),
        object({ type: { const: "b" } }),
      ),
    hold: [(c) => ({ c }), (c) => ({ type: "a", c })],
    inside: held,
  },
  Synthetic: {
    schema: (c) =>
      oneOf(
        object({ a: text, c }, ["a", "c"]),
        object({ b: text, c }, ["b", "c"]),
      ),
    hold: [(c) => ({ a: "", c }), (c) => ({ c }), (c) => ({ a: "", b: "", c })],
    inside: held,
  },
  Plain: {
    schema: (c) =>
      oneOf(
        object({ c, x: text }),
        object({ c, y: text }),
        object({ z: text }),
      ),
    hold: [(c) => ({ c }), (c) => ({ c, y: "" })],
    inside: held,
  },
  Differing: {
    schema: (own, other) =>
      oneOf(object({ c: own, x: text }), object({ c: other, y: text })),
    hold: [(c) => ({ c })],
    inside: held,
    either: true,
  },
  Lists: {
    schema: (own, other) =>
      oneOf({ type: "array", items: own }, { type: "array", items: other }),
    hold: [(value) => [value]],
    inside: first,
    either: true,
  },
  ObjectOrMap: {
    schema: (own, other) =>
      oneOf(object({ c: own }), {
        type: "object",
        additionalProperties: other,
      }),
    hold: [(c) => ({ c })],
    inside: held,
    either: true,
  },
};

/** A union, and the one after it. */
interface Pair {
  readonly own: Named;
  readonly other: Named;
}

interface Named extends Case {
  readonly name: string;
}

let pairs: readonly Pair[] = [];
let files: Files = new Map();

const holderName = (kind: string, { own }: Pair): string => kind + own.name;

beforeAll(async () => {
  const [batch] = (await generateBatches({ ...slice, unions: 130 })).slice(2);
  const cases = (batch?.cases ?? []).map((each, index): Named => ({
    ...each,
    name: unionName(index),
  }));
  pairs = cases.map((own, index) => ({
    own,
    other: cases[(index + 1) % cases.length] as Named,
  }));
  const more: Components = Object.fromEntries(
    pairs.flatMap((pair) =>
      Object.entries(holders).map(([kind, { schema }]) => [
        holderName(kind, pair),
        schema(refTo(pair.own.name), refTo(pair.other.name)),
      ]),
    ),
  );
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  const document = documentOf(
    cases.map(({ union }) => union),
    more,
  );
  await writeFile(join(cwd, "unions.json"), JSON.stringify(document));
  const compiled = await compile("unions.json", { cwd });
  await rm(cwd, { recursive: true });
  files = new Map(compiled.files.map(({ path, text }) => [path, text]));
}, 600_000);

test.each(Object.keys(holders))("%s", (kind) => {
  const { hold, inside, either = false } = holders[kind] as Holder;
  let named = 0;
  for (const pair of pairs) {
    const shape = shapeIn(holderName(kind, pair));
    if (shape === undefined) continue;
    const { own, other } = pair;
    const sides = [[own, other], ...(either ? [[other, own]] : [])] as const;
    for (const [{ name, union, instances }, { union: rival }] of sides) {
      const [judge, judgeRival] = [judgeOf(union), judgeOf(rival)];
      for (const value of instances.flatMap(withKind)) {
        const alone = onWire(tagged(shapeIn(name), value));
        for (const around of hold) {
          const whole = around(value);
          const decoded = tagged(shape, whole);
          expect(onWire(shape.untag(decoded))).toEqual(whole);
          const found = inside(onWire(decoded)) as Json;
          const tag = tagIn(found, value);
          if (tag !== undefined) named += 1;
          if (!either) expect(found).toEqual(alone);
          else if (judge(value).length === 1 && judgeRival(value).length === 0)
            expect([undefined, "unrecognized", tagIn(alone, value)]).toContain(
              tag,
            );
        }
      }
    }
  }
  console.log(`${kind}: ${named} values inside have a tag`);
  expect(named).toBeGreaterThan(100);
});

function shapeIn(type: string): EmittedShape | undefined {
  const isEmitted = [...files.values()].some((module) =>
    module.includes(
      `export const ${type.charAt(0).toLowerCase()}${type.slice(1)}Shape`,
    ),
  );
  return isEmitted ? shapeOf(type, files) : undefined;
}

function tagged(shape: EmittedShape | undefined, value: Json): Json {
  const copy = structuredClone(value);
  shape?.tag(copy);
  return copy;
}

/** As JSON: without what a decoder keeps for itself. */
const onWire = (value: unknown): Json =>
  JSON.parse(JSON.stringify(value)) as Json;

/** A value, and it with a property that nobody declares and that is called like a tag. */
const withKind = ({ value }: Instance): readonly Json[] =>
  isSchema(value) && !("kind" in value)
    ? [value, { ...value, kind: "wire" }]
    : [value];

/** The tag that a decoder gave a value. */
function tagIn(decoded: Json, value: Json): Json | undefined {
  if (!isSchema(decoded) || !isSchema(value)) return undefined;
  const tag = ["kind", "variant", "$kind", "$telltale"].find(
    (name) => JSON.stringify(decoded[name]) !== JSON.stringify(value[name]),
  );
  return tag === undefined ? undefined : decoded[tag];
}
