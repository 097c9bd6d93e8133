import { decidersOf, type Decider, type Parts } from "./deciders.ts";
import { directedUnions } from "./directed.ts";
import { sample } from "./draw.ts";
import { generateUnion } from "./generate-union.ts";
import { generateInstance, type Instance } from "./instances.ts";
import { judgeOf } from "./judge.ts";
import { isSchema, type GeneratedUnion } from "./schema.ts";

export interface Judged extends Instance {
  /** The variants that it is valid for. */
  readonly valid: readonly number[];
}

/** A union with its instances, each judged. */
export interface Case {
  readonly union: GeneratedUnion;
  readonly instances: readonly Judged[];
}

export interface Size {
  readonly seed: number;
  readonly unions: number;
  readonly instances: number;
}

const perDocument = 50;

/** Batches of cases, each for one document; the same for the same seed. */
export function generateCases({
  seed,
  unions: count,
  instances,
}: Size): readonly (readonly Case[])[] {
  const directed = directedUnions((index) => `D${index}`).slice(0, count);
  let number = 0;
  const drawn = sample((draw) => generateUnion(draw, `V${number++}`), {
    seed,
    count: Math.max(1, count - directed.length),
  });
  const unions = [...directed, ...drawn];
  const cases = unions.map((union, index): Case => {
    const judge = judgeOf(union);
    const made = sample((draw) => generateInstance(union, draw), {
      seed: seed + index + 1,
      count: instances,
    });
    return {
      union,
      instances: made.map((each) => ({ ...each, valid: judge(each.value) })),
    };
  });
  return Array.from(
    { length: Math.ceil(cases.length / perDocument) },
    (_, index) => cases.slice(index * perDocument, (index + 1) * perDocument),
  );
}

export interface Violation {
  readonly by: string;
  /** What is wrong, in words. */
  readonly what: string;
  readonly judged: Judged;
  readonly union: GeneratedUnion;
}

/** What is counted of the unions that are told apart in one way. */
export interface Count {
  unions: number;
  /** Objects that are valid for exactly one variant. */
  valid: number;
  named: number;
}

export interface Outcome {
  readonly violations: readonly Violation[];
  readonly counts: ReadonlyMap<string, Count>;
}

/** Lets a compiler decide every instance of a batch, and holds what it says against the judge. */
export async function decideAll(
  batch: readonly Case[],
  parts?: Parts,
): Promise<Outcome> {
  const deciders = await decidersOf(
    batch.map(({ union }) => union),
    parts,
  );
  const violations: Violation[] = [];
  const counts = new Map<string, Count>();
  batch.forEach(({ union, instances }, index) => {
    const { by, decide, struck } = deciders[index] as Decider;
    const found = (judged: Judged, what: string) =>
      violations.push({ by, what, judged, union });
    const count = counts.get(by) ?? { unions: 0, valid: 0, named: 0 };
    counts.set(by, count);
    count.unions += 1;
    for (const judged of instances) {
      const [only, second] = judged.valid;
      // Of scalars, equal ones of several variants became one.
      if (
        isSchema(judged.value) ||
        (by === "jsonType" && second === undefined)
      ) {
        const wrong = struck(judged.value).find((place) =>
          judged.valid.some((valid) => valid === place),
        );
        if (wrong !== undefined)
          found(judged, `not taken for variant ${wrong}`);
      }
      if (only === undefined || second !== undefined) continue;
      const said = decide(judged.value);
      if (said !== undefined && said !== only)
        found(judged, `called variant ${said}`);
      if (!isSchema(judged.value)) continue;
      count.valid += 1;
      if (said === only) count.named += 1;
    }
  });
  return { violations, counts };
}

/** Counts of several batches in one. */
export function total(
  outcomes: readonly Outcome[],
): ReadonlyMap<string, Count> {
  const all = new Map<string, Count>();
  for (const [by, each] of outcomes.flatMap(({ counts }) => [...counts])) {
    const sum = all.get(by) ?? { unions: 0, valid: 0, named: 0 };
    all.set(by, {
      unions: sum.unions + each.unions,
      valid: sum.valid + each.valid,
      named: sum.named + each.named,
    });
  }
  return all;
}

/** A violation as a reader can try it: the value, what was said, and the union. */
export const inWords = ({ by, what, judged, union }: Violation): string =>
  [
    `${JSON.stringify(judged.value)} is valid for variants ${judged.valid.join(", ")}; by ${by} it is ${what}`,
    JSON.stringify(union),
  ].join("\n");
