import { excludeEachOther } from "../ir/exclusive.ts";
import type { PropertyTest } from "../ir/type-graph.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { createReads } from "./reads.ts";
import { runtimeValue } from "./runtime-name.ts";
import { all, allPass, type Test } from "./test-text.ts";

/** A variant among others: what each of its values passes, and which of them it wins over. */
export interface Candidate {
  readonly label: string;
  readonly tests: readonly PropertyTest[];
  readonly over: readonly string[];
}

/**
 * A function that says which variant an object is: `Decide` of templates/runtime/variants. Where the first variant
 * that a value fits has to be the one, no other is asked about.
 */
export function decideText(
  candidates: readonly Candidate[],
  printer: Printer,
): string {
  const reads = createReads(printer);
  const fits = ({ tests }: Candidate) => allPass(tests, reads.of, printer);
  const { settled, rivals } = inOrder(candidates);
  const statements: string[] = [];
  const text = (): string =>
    `(${reads.parameter()}) => { ${[...reads.statements(), ...statements].join(" ")} }`;
  for (const each of settled) {
    const test = fits(each);
    statements.push(onlyIf(test, `return ${literal(each.label)};`));
    // Whatever comes this far is it.
    if (test === undefined) return text();
  }
  statements.push(...amongRivals(rivals, fits, printer));
  return text();
}

/** Asks about all of them: a value that fits several is the one that wins over the others, or unrecognized. */
function amongRivals(
  rivals: readonly Candidate[],
  fits: (of: Candidate) => Test | undefined,
  printer: Printer,
): readonly string[] {
  if (rivals.length === 0) return ['return "unrecognized";'];
  const only = printer.name(runtimeValue("variants", "only"));
  return [
    "let found: string | undefined;",
    ...rivals.map((each) => {
      const winners = rivals.filter(({ over }) => over.includes(each.label));
      const isOpen = winners.map(({ label }): Test => ({
        text: `found !== ${literal(label)}`,
      }));
      const test = fits(each);
      return onlyIf(
        all(test === undefined ? isOpen : [...isOpen, test]),
        `found = ${only}(found, ${literal(each.label)});`,
      );
    }),
    'return found ?? "unrecognized";',
  ];
}

const onlyIf = (test: Test | undefined, statement: string): string =>
  test === undefined ? statement : `if (${test.text}) ${statement}`;

/**
 * Those that decide for themselves come first: a value that fits one of them fits none of those after it, or only such
 * as it wins over. Of the others, the rivals, what wins over another comes before it.
 */
function inOrder(candidates: readonly Candidate[]): {
  readonly settled: readonly Candidate[];
  readonly rivals: readonly Candidate[];
} {
  const contested = new Map(
    candidates.map((each) => [
      each,
      new Set(
        candidates.filter(
          (other) =>
            other !== each &&
            !each.over.includes(other.label) &&
            !excludeEachOther(each.tests, other.tests),
        ),
      ),
    ]),
  );
  const settled = takeEach(candidates, (each, left) =>
    left.every((other) => contested.get(each)?.has(other) !== true),
  );
  const open = candidates.filter((each) => !settled.includes(each));
  const rivals = takeEach(open, ({ label }, left) =>
    left.every(({ over }) => !over.includes(label)),
  );
  return { settled, rivals };
}

/** One after the other, the first that may be taken from among those that are left; until none may. */
function takeEach(
  from: readonly Candidate[],
  mayBeTaken: (each: Candidate, left: readonly Candidate[]) => boolean,
): readonly Candidate[] {
  const taken: Candidate[] = [];
  let left = from;
  for (;;) {
    const next = left.find((each) => mayBeTaken(each, left));
    if (next === undefined) return taken;
    taken.push(next);
    left = left.filter((each) => each !== next);
  }
}
