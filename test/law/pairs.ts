import type { Json } from "../../generator/ir/source.ts";
import { directedPairs } from "./directed-pairs.ts";
import { sample } from "./draw.ts";
import { judgeOf } from "./judge.ts";
import { meeting } from "./meeting.ts";
import { nearPair } from "./near-pairs.ts";
import { generateUnions, inDocuments, type InDocument } from "./run.ts";
import { isSchema, type GeneratedUnion } from "./schema.ts";

/** Two variants of a union, by their places. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  /** Values that are valid for both: the first that was found among objects, and among all others but null. */
  readonly shared: readonly Json[];
}

/** A union with some pairs of its variants. */
export interface Pairs {
  readonly union: GeneratedUnion;
  readonly pairs: readonly Pair[];
}

export interface PairSize {
  readonly seed: number;
  readonly unions: number;
  /** Values that are tried for each pair, at most. */
  readonly tries: number;
}

/** The run that the test command makes. */
export const pairSlice: PairSize = { seed: 20_240_607, unions: 500, tries: 30 };

/** Of the many pairs of a large union, so many. */
const pairsOfOne = 4;

/** Pairs of variants, each with what was found to be valid for both; the same for the same seed. */
export async function generatePairs({
  seed,
  unions,
  tries,
}: PairSize): Promise<readonly InDocument<Pairs>[]> {
  const all = [
    ...directedPairs,
    ...sample(nearPair, { seed, count: unions }),
    ...generateUnions({ seed, unions: Math.ceil(unions / 4) }),
  ];
  return inDocuments(
    all.map((union, index): Pairs => {
      const judge = judgeOf(union);
      const count = union.variants.length;
      const places = Array.from({ length: count }, (_, place) => place);
      const every = places.flatMap((left) =>
        places.slice(left + 1).map((right) => ({ left, right })),
      );
      const pairs = every.slice(0, pairsOfOne).map(({ left, right }): Pair => {
        const isShared = (value: Json): boolean => {
          const valid = judge(value);
          return valid.includes(left) && valid.includes(right);
        };
        const [shared] = sample(
          (draw) =>
            search(() => meeting(union, left, right, draw), isShared, tries),
          { seed: seed + index * 100 + left * 10 + right, count: 1 },
        );
        return { left, right, shared: shared ?? [] };
      });
      return { union, pairs };
    }),
  );
}

/**
 * The first object that will do, and the first other value that will, within so many tries. Null is no value of a
 * variant: it is lifted out of the union.
 */
function search(
  make: () => Json,
  isFound: (value: Json) => boolean,
  tries: number,
): readonly Json[] {
  const found: Json[] = [];
  for (let left = tries; left > 0; left--) {
    const value = make();
    const isKnown = found.some((each) => isSchema(each) === isSchema(value));
    if (value === null || isKnown || !isFound(value)) continue;
    found.push(value);
    if (isSchema(value)) break;
  }
  return found;
}
