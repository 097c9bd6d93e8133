import type { ShapeExpr, TaggedCase } from "../../ir/shape-expr.ts";
import type { PropertyTest, TypeId, UnionNode } from "../../ir/type-graph.ts";
import { otherShape, variantShape } from "./returned-tags.ts";
import type { ShapeContext } from "./shape-context.ts";
import { isTaggedHere, tagName } from "./union-tag.ts";

/**
 * The shape of the objects of a union that is told apart by elimination. Where a value may be of several
 * such unions, one decoder looks for the variants of all of them: a tag that one would give is right
 * only if no variant of the others remains. `undefined` where their tags do not go together.
 */
export function taggedShape(
  unions: readonly UnionNode[],
  context: ShapeContext,
): ShapeExpr | undefined {
  const { model } = context;
  const tags = new Set(
    unions.map((union) =>
      isTaggedHere(union, model) ? tagName(union, model) : undefined,
    ),
  );
  const cases = united(unions.flatMap((union) => casesOf(union, context)));
  if (tags.size > 1 || cases === undefined) return undefined;
  const [tag] = tags;
  const [only, second] = unions;
  const otherwise =
    only === undefined || second !== undefined
      ? undefined
      : otherShape(only, context);
  const inside = [otherwise, ...cases.map(({ shape }) => shape)];
  return tag === undefined && inside.every((shape) => shape === undefined)
    ? undefined
    : { kind: "tagged", tag, cases, otherwise };
}

interface Case extends TaggedCase {
  readonly variant: TypeId;
}

function casesOf(union: UnionNode, context: ShapeContext): readonly Case[] {
  const { id, variants, telltale } = union;
  const { model } = context;
  if (telltale.by !== "elimination") return [];
  const labels = model.labels(id);
  const label = (variant: TypeId) => labels[variants.indexOf(variant)] ?? "";
  return telltale.cases.map(({ variant, tests, over }) => ({
    variant: model.inventory.same(variant),
    label: label(variant),
    tests,
    over: over.map(label),
    shape: variantShape(variant, union, context),
  }));
}

/** Each variant once, with all that refutes it; `undefined` where one label would mean two of them. */
function united(cases: readonly Case[]): readonly TaggedCase[] | undefined {
  const byLabel = new Map<string, Case>();
  for (const one of cases) {
    const known = byLabel.get(one.label);
    const tests = known && bothTests(known.tests, one.tests);
    if (
      known !== undefined &&
      (tests === undefined || known.variant !== one.variant)
    )
      return undefined;
    byLabel.set(one.label, {
      ...one,
      tests: tests ?? one.tests,
      over: [...new Set([...(known?.over ?? []), ...one.over])],
    });
  }
  return [...byLabel.values()].map(({ label, tests, over, shape }) => ({
    label,
    tests,
    over,
    shape,
  }));
}

/** The tests of both; `undefined` where they ask different things of one property. */
function bothTests(
  left: readonly PropertyTest[],
  right: readonly PropertyTest[],
): readonly PropertyTest[] | undefined {
  const more = right.filter(
    (test) =>
      !left.some((other) => JSON.stringify(other) === JSON.stringify(test)),
  );
  const names = new Set(left.map(({ wireName }) => wireName));
  return more.some(({ wireName }) => names.has(wireName))
    ? undefined
    : [...left, ...more];
}
