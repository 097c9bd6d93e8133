import {
  labelOf,
  type Candidate,
  type Rule,
  type Variant,
} from "./candidate.ts";

/** A candidate that is a variant's own, and whether it is the first that the variant suggests. */
export interface OwnName {
  readonly name: Candidate;
  readonly isFirst: boolean;
}

/**
 * For each variant the first candidate that is its own: nobody else has said of itself, by this rule or one before, what
 * the candidate says, or would be labelled as it is. So others can only take candidates away, never give one. Rules
 * are asked as long as one has no name.
 *
 * @param taken labels that are none of theirs
 */
export function ownNames(
  variants: readonly Variant[],
  rules: readonly Rule[],
  taken: ReadonlySet<string>,
): readonly (OwnName | undefined)[] {
  const names: (OwnName | undefined)[] = variants.map(() => undefined);
  const isFirst = variants.map(() => true);
  const facts = createTally();
  const labels = createTally();
  const isOwn = (name: Candidate): boolean =>
    facts.count(name.fact) === 1 && labels.count(labelOf(name)) === 1;
  for (const rule of rules) {
    if (!names.includes(undefined)) break;
    const suggested = variants.map((variant, index) => {
      const said = rule(variant);
      const usable = said.candidates.filter(
        (name) => labelOf(name) !== "" && !taken.has(labelOf(name)),
      );
      for (const fact of said.facts) facts.add(fact, index);
      for (const name of usable) {
        facts.add(name.fact, index);
        labels.add(labelOf(name), index);
      }
      return usable;
    });
    for (const [index, candidates] of suggested.entries()) {
      const name = candidates.find(isOwn);
      if (name !== undefined)
        names[index] ??= {
          name,
          isFirst: isFirst[index] === true && name === candidates[0],
        };
      if (candidates.length > 0) isFirst[index] = false;
    }
  }
  return names;
}

/** How many say something, however often each says it. */
function createTally() {
  const speakers = new Map<string, Set<number>>();
  return {
    add(said: string, speaker: number): void {
      const known = speakers.get(said);
      if (known === undefined) speakers.set(said, new Set([speaker]));
      else known.add(speaker);
    },
    count: (said: string): number => speakers.get(said)?.size ?? 0,
  };
}
