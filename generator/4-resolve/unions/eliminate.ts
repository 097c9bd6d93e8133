import type {
  Condition,
  EliminationCase,
  ObjectNode,
  Overlap,
  Property,
  Telltale,
  Test,
} from "../../ir/type-graph.ts";
import { conditionOf, exclusive } from "./conditions.ts";
import { propertyOf, type Nodes } from "./nodes.ts";

/**
 * Decoding by elimination (DESIGN §5.5): finds the fewest properties whose tests strike out every
 * variant but the right one. Each test is a necessary condition of its variant, so striking out is
 * always sound; what is chosen here is only what makes it useful.
 *
 * A pair counts as told apart when a usual value of either side fails a test of the other: by
 * proof, by everything but an empty array, or because a property is required here and not
 * declared there. Objects are open, so the last is evidence: a value that has both properties
 * stays unrecognized.
 */
export function byElimination(
  variants: readonly ObjectNode[],
  types: Nodes,
): Telltale | undefined {
  const open = new Map<string, Pair>();
  for (const left of variants) {
    for (const right of variants)
      if (left !== right)
        open.set(key(left, right), { of: left, tested: right });
  }
  const columns = new Map(
    variants.flatMap((variant) =>
      variant.properties.map((property) => [property.wireName, 0] as const),
    ),
  );
  const chosen: string[] = [];
  const weak: { readonly pair: Pair; readonly strength: Strength }[] = [];
  while (open.size > 0) {
    const best = strongest([...columns.keys()], [...open.values()], types);
    if (best === undefined) return undefined;
    chosen.push(best.wireName);
    for (const { pair, strength } of best.struck) {
      open.delete(key(pair.of, pair.tested));
      if (strength.kind !== "sound") weak.push({ pair, strength });
    }
  }
  const cases = variants.map((variant): EliminationCase => ({
    variant: variant.id,
    tests: chosen.flatMap((wireName) => testOf(variant, wireName, types) ?? []),
  }));
  return { by: "elimination", cases, overlaps: overlapsOf(weak) };
}

/** An ordered pair: a usual value of `of` has to fail a test of `tested`. */
interface Pair {
  readonly of: ObjectNode;
  readonly tested: ObjectNode;
}

type Strength =
  | { readonly kind: "sound" }
  /** Both sides allow `[]` at this property. */
  | { readonly kind: "emptyArray"; readonly wireName: string }
  /** Required by the tested side, not declared by the other. */
  | { readonly kind: "presence"; readonly wireName: string };

const key = (left: ObjectNode, right: ObjectNode): string =>
  `${left.id}\n${right.id}`;

interface Struck {
  readonly wireName: string;
  readonly struck: readonly {
    readonly pair: Pair;
    readonly strength: Strength;
  }[];
}

/** The property that settles most pairs, proofs before evidence, earlier ones before later ones. */
function strongest(
  names: readonly string[],
  pairs: readonly Pair[],
  types: Nodes,
): Struck | undefined {
  let best: Struck | undefined;
  let bestScore = 0;
  for (const wireName of names) {
    const struck = pairs.flatMap((pair) => {
      const strength = strikes(pair, wireName, types);
      return strength === undefined ? [] : [{ pair, strength }];
    });
    const score = struck.reduce(
      (sum, { strength }) => sum + (strength.kind === "presence" ? 100 : 101),
      0,
    );
    if (score > bestScore) [best, bestScore] = [{ wireName, struck }, score];
  }
  return best;
}

function strikes(
  { of, tested }: Pair,
  wireName: string,
  types: Nodes,
): Strength | undefined {
  const test = propertyOf(tested, wireName);
  const value = propertyOf(of, wireName);
  if (test === undefined) return undefined;
  if (value === undefined) {
    if (!test.required) return undefined;
    return of.closed ? { kind: "sound" } : { kind: "presence", wireName };
  }
  // Absent where it is optional in both: no tests differ.
  if (!value.required && !test.required) return undefined;
  const apart = exclusive(
    conditionOf(value.type, types),
    conditionOf(test.type, types),
  );
  if (apart === "sound") return { kind: "sound" };
  return apart === "mostly" ? { kind: "emptyArray", wireName } : undefined;
}

function testOf(
  variant: ObjectNode,
  wireName: string,
  types: Nodes,
): Test | undefined {
  const property: Property | undefined = propertyOf(variant, wireName);
  if (property === undefined) return undefined;
  const condition: Condition = conditionOf(property.type, types);
  if (!property.required && condition.kind === "any") return undefined;
  return { path: [wireName], required: property.required, condition };
}

/** What stays ambiguous by design, said once for each pair of variants. */
function overlapsOf(
  weak: readonly { readonly pair: Pair; readonly strength: Strength }[],
): Overlap[] {
  const overlaps = new Map<string, Overlap>();
  for (const { pair, strength } of weak) {
    if (overlaps.has(key(pair.tested, pair.of))) continue;
    if (strength.kind === "emptyArray") {
      const witness = `an empty ${JSON.stringify(strength.wireName)}`;
      overlaps.set(key(pair.of, pair.tested), {
        left: pair.of.id,
        right: pair.tested.id,
        witness,
      });
    }
  }
  return [...overlaps.values()];
}
