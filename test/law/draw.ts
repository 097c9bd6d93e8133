import fc from "fast-check";

/** Draws from fast-check, so that a run is repeated by its seed. */
export interface Draw {
  /** A whole number, both ends included. */
  readonly int: (min: number, max: number) => number;
  /** True in `percent` of a hundred draws. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** Between `min` and `max` of them, in their order. */
  readonly some: <T>(
    from: readonly T[],
    min: number,
    max?: number,
  ) => readonly T[];
  readonly shuffled: <T>(from: readonly T[]) => readonly T[];
}

type Generate = fc.GeneratorValue;

function drawFrom(generate: Generate): Draw {
  // One arbitrary for all draws: making one for each range costs more than drawing.
  const int = (min: number, max: number): number =>
    min + (generate(fc.nat) % (max - min + 1));
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T;
  const taken = <T>(from: readonly T[], count: number): readonly T[] => {
    const left = [...from];
    return Array.from(
      { length: Math.min(count, from.length) },
      () => left.splice(int(0, left.length - 1), 1)[0] as T,
    );
  };
  return {
    int,
    pick,
    shuffled: (from) => taken(from, from.length),
    chance: (percent) => int(1, 100) <= percent,
    some: (from, min, max = from.length) => {
      const count = int(min, Math.max(min, Math.min(max, from.length)));
      const chosen = new Set(taken(from, count));
      return from.filter((one) => chosen.has(one));
    },
  };
}

/** So many values of what `build` makes, the same for the same seed. */
export const sample = <T>(
  build: (draw: Draw) => T,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly T[] =>
  fc.sample(
    fc.gen().map((generate) => build(drawFrom(generate))),
    { seed, numRuns: count },
  );
