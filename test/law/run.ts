import type { Api } from "../../generator/ir/openapi.ts";
import { decidersOf, type Decider, type Parts } from "./deciders.ts";
import { directedRecursiveUnions } from "./directed-recursive.ts";
import { directedUnions } from "./directed.ts";
import { readUnions } from "./document.ts";
import { sample } from "./draw.ts";
import { generateUnion } from "./generate-union.ts";
import { generateInstance, type Instance, type Place } from "./instances.ts";
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

/** Cases that stand in one document. */
export interface InDocument<Of> {
  readonly cases: readonly Of[];
  readonly api: Api;
}

export type Batch = InDocument<Case>;

export interface Size {
  readonly seed: number;
  readonly unions: number;
  readonly instances: number;
}

const perDocument = 50;

/** The run that the test command makes. */
export const slice: Size = { seed: 20_240_607, unions: 400, instances: 25 };

/** Unions, those first that every run begins with; the same for the same seed. */
export function generateUnions({
  seed,
  unions: count,
}: Omit<Size, "instances">): readonly GeneratedUnion[] {
  const directed = [
    ...directedUnions((index) => `D${index}`),
    ...directedRecursiveUnions((index) => `C${index}`),
  ].slice(0, count);
  let number = 0;
  const drawn = sample((draw) => generateUnion(draw, `V${number++}`), {
    seed,
    count: Math.max(1, count - directed.length),
  });
  return [...directed, ...drawn];
}

/** Batches of cases; the same for the same seed. */
export async function generateBatches({
  seed,
  unions,
  instances,
}: Size): Promise<readonly Batch[]> {
  const cases = generateUnions({ seed, unions }).map((union, index): Case => {
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
  return inDocuments(cases);
}

/** What was made of unions, some of it in each document. */
export const inDocuments = <Of extends { readonly union: GeneratedUnion }>(
  cases: readonly Of[],
): Promise<readonly InDocument<Of>[]> =>
  Promise.all(
    Array.from(
      { length: Math.ceil(cases.length / perDocument) },
      async (_, index): Promise<InDocument<Of>> => {
        const own = cases.slice(index * perDocument, (index + 1) * perDocument);
        const api = await readUnions(own.map(({ union }) => union));
        return { cases: own, api };
      },
    ),
  );

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
  /** For each case, the objects that are looked into to decide. */
  readonly looksAt: readonly (readonly Place[])[];
  readonly counts: ReadonlyMap<string, Count>;
}

/** Lets a compiler decide every instance of a batch, and holds what it says against the judge. */
export function decideAll({ cases, api }: Batch, parts?: Parts): Outcome {
  const deciders = decidersOf(
    cases.map(({ union }) => union),
    api,
    parts,
  );
  const violations: Violation[] = [];
  const counts = new Map<string, Count>();
  cases.forEach(({ union, instances }, index) => {
    const decider = deciders[index] as Decider;
    const { by } = decider;
    const count = counts.get(by) ?? { unions: 0, valid: 0, named: 0 };
    counts.set(by, count);
    count.unions += 1;
    for (const judged of instances) {
      const what = wrongOf(judged, decider);
      if (what !== undefined) violations.push({ by, what, judged, union });
      const [only, second] = judged.valid;
      if (only === undefined || second !== undefined) continue;
      if (!isSchema(judged.value)) continue;
      count.valid += 1;
      if (decider.decide(judged.value) === only) count.named += 1;
    }
  });
  const looksAt = deciders.map((decider) => decider.looksAt);
  return { violations, counts, looksAt };
}

/** What is wrong with how a value is decided, in words. */
function wrongOf(
  { value, valid }: Judged,
  { by, cases, decide, struck }: Decider,
): string | undefined {
  const [only, second] = valid;
  const isOne = only !== undefined && second === undefined;
  const said = decide(value);
  if (isOne && said !== undefined && said !== only)
    return `called variant ${said}`;
  // Of scalars that several variants allow, equal ones became one.
  if (!isSchema(value) && !(by === "jsonType" && isOne)) return undefined;
  const out = struck(value);
  const wrong = out.find((place) => valid.some((one) => one === place));
  if (wrong !== undefined) return `not taken for variant ${wrong}`;
  const [left, ...others] = cases.filter((place) => !out.includes(place));
  return by === "elimination" &&
    left !== undefined &&
    others.length === 0 &&
    said !== left
    ? `not called variant ${left}, the one that remains`
    : undefined;
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
