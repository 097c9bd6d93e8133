import { equalTypes } from "../../ir/equal-types.ts";
import type {
  Condition,
  EliminationCase,
  ObjectNode,
  Property,
  PropertyTest,
  Telltale,
} from "../../ir/type-graph.ts";
import { conditionOf, merge } from "./conditions.ts";
import { propertyOf, type Nodes } from "./nodes.ts";
import { rulesOut } from "./rules-out.ts";
import { moreSpecific } from "./specificity.ts";
import { overlapsOf, type Pair, type Struck } from "./overlaps.ts";
import { pathsOf, strikes, type Strength } from "./strikes.ts";

export interface EliminationOptions {
  /** Whether a tag that may be absent counts as telling variants apart. */
  readonly optionalTags: boolean;
}

/** More variants are not compared, each with each: it would take minutes, and a decoder would test them one by one. */
export const mostVariants = 200;

/**
 * Decoding by elimination (DESIGN §5.5): finds the fewest properties whose tests strike out every
 * variant but the right one. Each test is a necessary condition of its variant, so striking out is
 * always sound; what is chosen here is only what makes it useful.
 *
 * Where a usual value of one variant is valid for another too, the more specific of the two wins, if
 * the decoder can check completely what it adds. `undefined` where a pair stays that neither tells.
 */
export function byElimination(
  variants: readonly ObjectNode[],
  types: Nodes,
  options: EliminationOptions,
): (Telltale & { by: "elimination" }) | undefined {
  if (variants.length > mostVariants) return undefined;
  const pairs = orderedPairs(variants);
  const paths = (length: number) => pathsOf(variants, length, types);
  const near = choosePaths(pairs, [...paths(1), ...paths(2)], types, options);
  // Two levels down is looked at only for what nothing nearer tells.
  const far = near.open.length === 0 ? [] : paths(3);
  const deeper = choosePaths(near.open, far, types, options);
  const chosen = [...near.chosen, ...deeper.chosen];
  const weak = [...near.weak, ...deeper.weak];
  const { open } = deeper;
  const over = new Map<ObjectNode, ObjectNode[]>();
  const exact = new Map<ObjectNode, Map<string, PropertyTest>>();
  for (const { of, tested: general } of open) {
    // Values of `of` are no strangers to the other: `of` has to win where both remain.
    const tests = moreSpecific(of, general, types);
    if (tests === undefined) return undefined;
    over.set(of, [...(over.get(of) ?? []), general]);
    exact.set(
      of,
      new Map([
        ...(exact.get(of) ?? []),
        ...tests.map((test) => [test.wireName, test] as const),
      ]),
    );
  }
  const doubtful = weak.filter(
    ({ strength }) => strength.kind !== "presence" && strength.kind !== "sound",
  );
  const more = doubtful.flatMap(({ pair }) => differences(pair, types));
  const telling = needed(variants, types);
  const tested = [...chosen, ...more.map((name) => [name])];
  const deep = new Set(
    weak
      .filter(({ strength }) => strength.kind === "presence")
      .map(({ strength }) => strength.path[0] ?? ""),
  );
  const cases = variants.map((variant): EliminationCase => ({
    variant: variant.id,
    tests: withExact(
      testsOf(variant, tested, telling.get(variant) ?? [], deep, types),
      exact.get(variant),
    ),
    over: (over.get(variant) ?? []).map(({ id }) => id),
  }));
  // A variant that nothing can strike out is what everything else is called: that is no telling.
  const isTold = cases.every(
    ({ tests }, index) =>
      tests.length > 0 ||
      isBelowAll(variants[index] as ObjectNode, over, variants),
  );
  return isTold
    ? {
        by: "elimination",
        cases,
        overlaps: overlapsOf(
          weak.filter(({ pair }) => !isRanked(pair, over)),
          new Set([...near.proven, ...deeper.proven]),
        ),
      }
    : undefined;
}

/** The one variant of which there are values: a value is of it if it has what that requires. */
export function byNeeds(
  variant: ObjectNode,
  types: Nodes,
): (Telltale & { by: "elimination" }) | undefined {
  const needs = variant.properties
    .filter(({ required }) => required)
    .map(({ wireName }) => [wireName]);
  const tests = testsOf(variant, needs, [], new Set(), types);
  if (tests.length === 0) return undefined;
  const only: EliminationCase = { variant: variant.id, tests, over: [] };
  return { by: "elimination", cases: [only], overlaps: [] };
}

const orderedPairs = (variants: readonly ObjectNode[]): readonly Pair[] =>
  variants.flatMap((of) =>
    variants
      .filter((tested) => tested !== of)
      .map((tested) => ({ of, tested })),
  );

const isBelowAll = (
  variant: ObjectNode,
  over: ReadonlyMap<ObjectNode, readonly ObjectNode[]>,
  variants: readonly ObjectNode[],
): boolean =>
  variants.every(
    (other) => other === variant || over.get(other)?.includes(variant),
  );

/** Whether one of the two wins where both remain. */
const isRanked = (
  { of, tested }: Pair,
  over: ReadonlyMap<ObjectNode, readonly ObjectNode[]>,
): boolean =>
  over.get(of)?.includes(tested) === true ||
  over.get(tested)?.includes(of) === true;

/** Proof before evidence; what a value usually carries before what it usually leaves out. */
const weights: Readonly<Record<Strength["kind"], number>> = {
  sound: 1000,
  emptyArray: 990,
  null: 980,
  otherType: 980,
  presence: 900,
  sharedLiteral: 700,
  optionalTag: 500,
  optionalPresence: 300,
};

/** Greedy: the path that settles most pairs, again and again; earlier paths before later ones. */
function choosePaths(
  pairs: readonly Pair[],
  paths: readonly (readonly string[])[],
  types: Nodes,
  { optionalTags }: EliminationOptions,
): {
  chosen: readonly (readonly string[])[];
  open: readonly Pair[];
  weak: readonly Struck[];
  /** What some path proves apart, whether or not it is chosen. */
  proven: ReadonlySet<Pair>;
} {
  const columns = paths.map((path) => {
    const struck: Struck[] = [];
    for (const pair of pairs) {
      const strength = strikes(pair.of, pair.tested, path, types);
      if (strength === undefined) continue;
      if (strength.kind !== "optionalTag" || optionalTags)
        struck.push({ pair, strength });
    }
    return { path, struck };
  });
  const proven = new Set(
    columns.flatMap(({ struck }) =>
      struck.flatMap(({ pair, strength }) =>
        strength.kind === "sound" ? [pair] : [],
      ),
    ),
  );
  let open = new Set(pairs);
  const chosen: (readonly string[])[] = [];
  const weak: Struck[] = [];
  for (;;) {
    let best:
      { path: readonly string[]; struck: readonly Struck[] } | undefined;
    let bestScore = 0;
    for (const { path, struck } of columns) {
      const left = struck.filter(({ pair }) => open.has(pair));
      const score = left.reduce(
        (sum, { strength }) => sum + weights[strength.kind],
        0,
      );
      if (score > bestScore)
        [best, bestScore] = [{ path, struck: left }, score];
    }
    if (best === undefined) return { chosen, open: [...open], weak, proven };
    chosen.push(best.path);
    weak.push(
      ...best.struck.filter(({ strength }) => strength.kind !== "sound"),
    );
    const settled = new Set(best.struck.map(({ pair }) => pair));
    open = new Set([...open].filter((pair) => !settled.has(pair)));
  }
}

/** Properties that the two have differently: each may strike out what the chosen ones leave. */
function differences({ of, tested }: Pair, types: Nodes): readonly string[] {
  return [...of.properties, ...tested.properties]
    .filter(({ wireName }) => {
      const [a, b] = [propertyOf(of, wireName), propertyOf(tested, wireName)];
      if (a === undefined || b === undefined) return true;
      return a.required !== b.required || !equalTypes(a.type, b.type, types);
    })
    .filter((property) => conditionOf(property.type, types, 1).kind !== "any")
    .map(({ wireName }) => wireName);
}

/**
 * What a variant requires, or rules out, and not all do: a value without it, or with it, is none of this variant's,
 * whatever it is. It may be of a variant that this client does not know.
 */
function needed(
  variants: readonly ObjectNode[],
  types: Nodes,
): ReadonlyMap<ObjectNode, readonly PropertyTest[]> {
  const need = (property: Property | undefined): PropertyTest | undefined => {
    if (property === undefined) return undefined;
    const { wireName, required, type } = property;
    if (required) return { wireName, required, condition: { kind: "any" } };
    const node = types.node(type);
    // What contradicts itself is sent all the same, as some other type.
    const isRuledOut = node.kind === "never" && node.because === undefined;
    return isRuledOut ? isAbsent(wireName) : undefined;
  };
  const isEverywhere = ({ wireName, required }: PropertyTest): boolean =>
    variants.every(
      (variant) => need(propertyOf(variant, wireName))?.required === required,
    );
  return new Map(
    variants.map((variant) => [
      variant,
      variant.properties
        .flatMap((property) => need(property) ?? [])
        .filter((test) => !isEverywhere(test)),
    ]),
  );
}

/** What a variant's own schema says at the chosen paths, and what it needs besides. */
function testsOf(
  variant: ObjectNode,
  paths: readonly (readonly string[])[],
  telling: readonly PropertyTest[],
  deep: ReadonlySet<string>,
  types: Nodes,
): readonly PropertyTest[] {
  const names = [...new Set(paths.map(([name]) => name ?? ""))];
  const tests = names.flatMap((wireName): PropertyTest[] => {
    const property = propertyOf(variant, wireName);
    if (property === undefined) {
      return rulesOut(variant, wireName) ? [isAbsent(wireName)] : [];
    }
    const inside = paths
      .filter(([name, deeper]) => name === wireName && deeper !== undefined)
      .map(([, ...deeper]) => deeper);
    const depth = Math.max(
      deep.has(wireName) ? 2 : 1,
      ...inside.map((deeper) => deeper.length + 1),
    );
    const whole = conditionOf(property.type, types, depth);
    const condition = deep.has(wireName) ? whole : narrowed(whole, inside);
    if (!property.required && condition.kind === "any") return [];
    return [{ wireName, required: property.required, condition }];
  });
  const besides = telling.filter(({ wireName }) => !names.includes(wireName));
  return [...tests, ...besides];
}

const isAbsent = (wireName: string): PropertyTest => ({
  wireName,
  required: false,
  condition: { kind: "absent" },
});

/** Of an object's tests, those at the paths that were asked for. */
function narrowed(
  condition: Condition,
  paths: readonly (readonly string[])[],
): Condition {
  if (condition.kind === "nullable")
    return { ...condition, of: narrowed(condition.of, paths) };
  if (condition.kind === "either")
    return merge(condition.of.map((each) => narrowed(each, paths)));
  if (condition.kind !== "object") return condition;
  const names = new Set(paths.map(([name]) => name ?? ""));
  const tests = [...names].flatMap((wireName): PropertyTest[] => {
    const test = condition.tests.find((each) => each.wireName === wireName);
    if (test === undefined) return condition.closed ? [isAbsent(wireName)] : [];
    const tails = paths
      .filter(([name]) => name === wireName)
      .map(([, ...deeper]) => deeper);
    const isWhole = tails.some((tail) => tail.length === 0);
    return isWhole
      ? [test]
      : [{ ...test, condition: narrowed(test.condition, tails) }];
  });
  return tests.length === 0
    ? { kind: "types", types: ["object"] }
    : { kind: "object", tests, closed: false };
}

/** Complete tests take the place of necessary ones. */
function withExact(
  tests: readonly PropertyTest[],
  exact: ReadonlyMap<string, PropertyTest> | undefined,
): readonly PropertyTest[] {
  if (exact === undefined) return tests;
  const kept = tests.filter(({ wireName }) => !exact.has(wireName));
  return [...kept, ...exact.values()];
}
