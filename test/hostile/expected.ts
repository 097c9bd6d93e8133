import { readFileSync } from "node:fs";

/** A line of `INDEX.tsv`: what must happen to a document. */
export interface HostileCase {
  readonly file: string;
  /** In the words of the index. */
  readonly expected: string;
  /** How the command may end. */
  readonly exits: readonly number[];
  /** Whether a warning or an error is due. */
  readonly isDiagnosed: boolean;
  /** Whether each value of the document has to be in the emitted code. */
  readonly isExact: boolean;
  readonly seconds: number;
  readonly megabytes: number;
}

export const readIndex = (index: URL): readonly HostileCase[] =>
  readFileSync(index, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [file = "", , expected = ""] = line.split("\t");
      return { file, ...readExpected(expected) };
    });

/** What the words of the index ask for; its README has 30 s and 1 GB for all. */
export function readExpected(expected: string): Omit<HostileCase, "file"> {
  const [outcome] = outcomes.flatMap(([says, exits]) =>
    says.test(expected) ? [exits] : [],
  );
  if (outcome === undefined) throw new Error(`no outcome in "${expected}"`);
  const budget = (unit: string): number | undefined => {
    const found = new RegExp(`<\\s?(\\d+) ${unit}\\b`).exec(expected)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  return {
    expected,
    exits: outcome,
    isDiagnosed: /diagnostic|reject/i.test(expected) && !/ or /.test(expected),
    isExact: /round-trips|as data|exact or/.test(expected),
    seconds: budget("s") ?? 30,
    megabytes: budget("MB") ?? 1024,
  };
}

/** The first that an outcome has decides: a client, a refusal, or either. */
const outcomes: readonly (readonly [RegExp, readonly number[]])[] = [
  [/exit!=0|^REJECT \(alias budget\)/, [3]],
  [/^no eval|diagnostic or success|SANITISE or REJECT/, [0, 3]],
  [/REJECT|^clean DIAGNOSTIC|^diagnostic/, [0, 3]],
  [/^(ESCAPE|SANITISE|IGNORE|handle as data|keep as data)/, [0]],
  [/^(exact or diagnostic|core schema|bounded|terminate)/, [0]],
];
