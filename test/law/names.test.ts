import { expect, test } from "vitest";
import { resolve } from "../../generator/4-resolve/resolve.ts";
import { plan } from "../../generator/5-plan/plan.ts";
import type { TypeExpr } from "../../generator/ir/declaration-plan.ts";
import type { ShapeExpr } from "../../generator/ir/shape-expr.ts";
import { ignore, readUnions, unionName } from "./document.ts";
import { sample } from "./draw.ts";
import { generateUnion } from "./generate-union.ts";
import type { GeneratedUnion, Schema } from "./schema.ts";

interface Names {
  /** Of the variants' types, in the order of the description. */
  readonly types: readonly string[];
  readonly tag: string | undefined;
  readonly labels: readonly string[];
}

/** What a client calls a union's variants. */
async function namesOf(union: GeneratedUnion): Promise<Names> {
  const api = await readUnions([union]);
  const client = plan(api, resolve(api, ignore), {}, ignore);
  const declared = client.typeFiles.flatMap(({ declarations }) => declarations);
  const alias = declared.find(
    (each) => each.kind === "alias" && each.name.name === unionName(0),
  );
  const shape = declared.find(
    (each) => each.kind === "shape" && each.of === unionName(0),
  );
  const tagged = shape?.kind === "shape" ? taggedIn(shape.shape) : undefined;
  return {
    types: alias?.kind === "alias" ? typeNames(alias.type) : [],
    tag: tagged?.tag,
    labels: tagged?.cases.map(({ label }) => label) ?? [],
  };
}

function typeNames(type: TypeExpr): readonly string[] {
  switch (type.kind) {
    case "name":
      return [type.name.name];
    case "union":
      return type.members.flatMap(typeNames);
    case "intersection":
      return typeNames(type.members[0] as TypeExpr);
    default:
      return [];
  }
}

const taggedIn = (
  shape: ShapeExpr,
): (ShapeExpr & { kind: "tagged" }) | undefined =>
  shape.kind === "tagged"
    ? shape
    : shape.kind === "all"
      ? shape.shapes.map(taggedIn).find((found) => found !== undefined)
      : undefined;

/** A variant that shares no property with any other. */
const unrelated: Schema = {
  type: "object",
  title: "Unrelated",
  required: ["unrelatedThing"],
  properties: { unrelatedThing: { type: "string" } },
};

test("names stay when an unrelated variant is added", async () => {
  let number = 0;
  const unions = sample((draw) => generateUnion(draw, `V${number++}`), {
    seed: 7,
    count: 300,
  });
  const moved: string[] = [];
  let compared = 0;
  for (const union of unions) {
    const before = await namesOf(union);
    const variants = [...union.variants, unrelated];
    const after = await namesOf({ ...union, variants });
    // Names come from how a union is told apart: they say nothing yet where it is not.
    if (before.tag === undefined || after.tag === undefined) continue;
    compared += 1;
    if (!isKept(before, after))
      moved.push(JSON.stringify({ before, after, union }));
  }
  console.log(`${compared} unions, ${moved.length} of them with other names`);
  expect(moved.sort((a, b) => a.length - b.length).slice(0, 3)).toEqual([]);
});

const isKept = (before: Names, after: Names): boolean =>
  before.tag === after.tag &&
  before.labels.every((label, index) => after.labels[index] === label) &&
  // The arm for what is not recognized comes last.
  before.types.slice(0, -1).every((name, index) => after.types[index] === name);
