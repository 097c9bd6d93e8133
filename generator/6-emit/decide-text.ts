import { excludeEachOther } from "../ir/exclusive.ts";
import type { PropertyTest } from "../ir/type-graph.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { type Asked, createReads, type Reads } from "./reads.ts";
import { runtimeValue } from "./runtime-name.ts";
import { type Sorted, sortedBy } from "./sorted-by.ts";
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
  const { settled, rivals } = inOrder(candidates);
  const sorted = sortedBy(settled);
  if (sorted === undefined) {
    const reads = createReads(testsOf(candidates), printer);
    const asked = inTurn(settled, reads, printer, () =>
      amongRivals(rivals, reads, printer),
    );
    const { parameter, statements } = reads.asParameter();
    return `(${parameter}) => { ${[...statements, ...asked].join(" ")} }`;
  }
  const reads = createReads([[sorted.test]], printer);
  const choice = choiceText(sorted, reads, printer);
  const after = reads.inner(testsOf([...sorted.others, ...rivals]));
  const asked = inTurn(sorted.others, after, printer, () =>
    amongRivals(rivals, after, printer),
  );
  const body = [...reads.statements(), choice, ...after.statements(), ...asked];
  return `(value) => { ${body.join(" ")} }`;
}

/** Of many variants that one property tells apart, only those are asked about that have its literal. */
function choiceText(
  { test, cases }: Sorted,
  reads: Reads,
  printer: Printer,
): string {
  const subject = reads.of.member(test.wireName);
  const texts = cases.map(({ values, candidates }) => {
    const inner = reads.inner(testsOf(candidates));
    const asked = inTurn(candidates, inner, printer, () => ["break;"]);
    const body = [...inner.statements(), ...asked].join(" ");
    const labels = values.map((value) => `case ${literal(value)}:`).join(" ");
    return asked.length === 1 ? `${labels} ${body}` : `${labels} { ${body} }`;
  });
  return `switch (${subject.text}) { ${texts.join(" ")} }`;
}

/** Asks about one after the other, up to one that needs no question; then goes on. */
function inTurn(
  candidates: readonly Candidate[],
  reads: Reads,
  printer: Printer,
  goOn: () => readonly string[],
): readonly string[] {
  const statements: string[] = [];
  for (const { label, tests } of candidates) {
    const test = allPass(tests, reads.of, printer);
    statements.push(onlyIf(test, `return ${literal(label)};`));
    // Whatever comes this far is it.
    if (test === undefined) return statements;
  }
  return [...statements, ...goOn()];
}

/** Asks about all of them: a value that fits several is the one that wins over the others, or unrecognized. */
function amongRivals(
  rivals: readonly Candidate[],
  reads: Reads,
  printer: Printer,
): readonly string[] {
  if (rivals.length === 0) return ['return "unrecognized";'];
  const only = printer.name(runtimeValue("variants", "only"));
  return [
    "let found: string | undefined;",
    ...rivals.map((each, at) => {
      const winners = rivals.filter(({ over }) => over.includes(each.label));
      const isOpen = winners.map(({ label }): Test => ({
        text: `found !== ${literal(label)}`,
      }));
      const test = allPass(each.tests, reads.of, printer);
      return onlyIf(
        all(test === undefined ? isOpen : [...isOpen, test]),
        at === 0
          ? `found = ${literal(each.label)};`
          : `found = ${only}(found, ${literal(each.label)});`,
      );
    }),
    'return found ?? "unrecognized";',
  ];
}

const testsOf = (candidates: readonly Candidate[]): Asked =>
  candidates.map(({ tests }) => tests);

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
