import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { beforeAll, describe, expect, test } from "vitest";
import { rulesTable } from "../../generator/diff/rules-table.ts";
import { rules, type ChangeId } from "../../generator/diff/rules.ts";
import type { Rejected } from "./consumer/check-consumer.ts";
import { rejectedLines, unexplained } from "./consumer/check-consumer.ts";
import { compare } from "./documents.ts";
import { examples, type Example } from "./examples.ts";

const nameOf = ({ change, direction }: Example) =>
  direction === undefined ? change : `${change} ${direction}`;

type Compared = Awaited<ReturnType<typeof compare>>;

const forth = new Map<string, Compared>();
const back = new Map<string, Compared>();
let rejected: ReadonlyMap<string, readonly Rejected[]> = new Map();

beforeAll(async () => {
  for (const example of examples) {
    const { old, new: now, options } = example;
    forth.set(nameOf(example), await compare(old, now, options));
    back.set(nameOf(example), await compare(now, old, options));
  }
  const pairs = [
    ...[...forth].map(([name, pair]) => ({ ...pair, name })),
    ...[...back].map(([name, pair]) => ({ ...pair, name: `${name} undone` })),
  ];
  rejected = await rejectedLines(
    pairs,
    await mkdtemp(join(tmpdir(), "telltale-rules-")),
  );
}, 600_000);

test("RULES.md is the table that the comparison uses", async () => {
  const text = await format(rulesTable(), { parser: "markdown" });
  await expect(text).toMatchFileSnapshot("../../generator/diff/RULES.md");
});

test("every row of the table has an example", () => {
  const names = examples.map(nameOf);
  const wanted = (Object.keys(rules) as ChangeId[]).flatMap((change) =>
    "always" in rules[change]
      ? [change]
      : [`${change} received`, `${change} sent`],
  );
  expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(examples.map((example) => [nameOf(example), example] as const))(
  "%s",
  (name, example) => {
    test("is found, and judged as the table says", () => {
      const rule = rules[example.change];
      const judgement =
        "always" in rule ? rule.always : rule[example.direction ?? "received"];
      expect(forth.get(name)?.diff.findings).toContainEqual(
        expect.objectContaining({
          change: example.change,
          level: judgement.level,
          because: judgement.because,
        }),
      );
    });

    test("the type-checker agrees, and with the way back", () => {
      const there = rejected.get(name) ?? [];
      const undone = rejected.get(`${name} undone`) ?? [];
      const findings = forth.get(name)?.diff.findings ?? [];
      expect(unexplained(there, findings)).toEqual([]);
      expect(unexplained(undone, back.get(name)?.diff.findings ?? [])).toEqual(
        [],
      );
      const {
        breaking = 0,
        unknown = 0,
        widening = 0,
      } = forth.get(name)?.diff.counts ?? {};
      if (example.unseen) return;
      if (breaking > 0)
        expect(there.filter((line) => !line.exhaustive)).not.toEqual([]);
      else if (widening > 0)
        expect(there.filter((line) => line.exhaustive)).not.toEqual([]);
      else if (unknown === 0) expect(there).toEqual([]);
    });
  },
);
