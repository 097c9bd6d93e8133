import { readFileSync } from "node:fs";
import type { PageRule } from "../../generator/ir/page-rule.ts";
import { understand } from "../../generator/understand.ts";
import { corpus } from "../corpus/documents.ts";

/** A row of `labels.tsv`: how an operation is paged, by reading. */
interface Label {
  readonly document: string;
  readonly operation: string;
  readonly style: string;
  readonly parameter: string;
  readonly items: string;
  readonly next: string;
  readonly sides: string;
  readonly split: string;
  readonly note: string;
}

export interface Judged {
  readonly label: Label;
  readonly rule: PageRule | undefined;
  readonly verdict: "right" | "wrong" | "missed" | "none";
}

function readLabels(): readonly Label[] {
  const text = readFileSync(new URL("labels.tsv", import.meta.url), "utf8");
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(
      names.map((name, index) => [name, cells[index] ?? ""]),
    ) as unknown as Label;
  });
}

/** Holds the rules that are found in the corpus against the labels; `undefined` where it is absent. */
export async function judgePages(): Promise<readonly Judged[] | undefined> {
  if (corpus === undefined) return undefined;
  const judged: Judged[] = [];
  const byDocument = Map.groupBy(readLabels(), ({ document }) => document);
  for (const [document, labels] of byDocument) {
    const rules = await rulesOf(document, corpus);
    for (const label of labels) {
      const rule = rules.get(label.operation);
      judged.push({ label, rule, verdict: judge(label, rule) });
    }
  }
  return judged;
}

async function rulesOf(
  document: string,
  cwd: string,
): Promise<ReadonlyMap<string, PageRule>> {
  const { made } = await understand(document, { cwd });
  const operations = (made?.client.operationFiles ?? []).flatMap(
    (file) => file.operations,
  );
  return new Map(
    operations.flatMap(({ method, path, pages }) =>
      pages === undefined ? [] : [[`${method} ${path}`, pages.rule] as const],
    ),
  );
}

function judge(label: Label, rule: PageRule | undefined): Judged["verdict"] {
  if (rule === undefined) return label.style === "none" ? "none" : "missed";
  if (label.style === "none") return "wrong";
  const { style, parameter, next } = label;
  const readings = [{ style, parameter, next }, ...otherReadings(label.note)];
  const isRight =
    text(rule.items) === label.items.replace("$", "") &&
    readings.some((reading) => agrees(rule, reading));
  return isRight ? "right" : "wrong";
}

interface Reading {
  readonly style: string;
  readonly parameter: string;
  readonly next: string;
}

/** `other: STYLE PARAMETER NEXT`, a second reading that the description allows as well. */
const otherReadings = (note: string): readonly Reading[] =>
  [...note.matchAll(/other: (\S+) (\S+) ([^\s;]+)/g)].map(
    ([, style = "", parameter = "", next = ""]) => ({ style, parameter, next }),
  );

const styles: Readonly<Record<PageRule["style"], string>> = {
  cursor: "cursor",
  offset: "offset",
  page: "page",
  url: "nextUrl",
  link: "link",
  "last-item": "lastId",
};

function agrees(rule: PageRule, reading: Reading): boolean {
  if (styles[rule.style] !== reading.style) return false;
  if ("parameter" in rule && !isNamed(rule.parameter, reading.parameter))
    return false;
  // Where pages are counted, any field that says whether there are more will do.
  const isRead = rule.style === "cursor" || rule.style === "url";
  return (
    !isRead || text(rule.next).toLowerCase() === reading.next.toLowerCase()
  );
}

/** `query:page[after]` is a parameter of that name, or a property of `page`. */
function isNamed(path: readonly string[], written: string): boolean {
  const [place, name = ""] = written.split(/:(.*)/s);
  const own = place === "body" ? `body.${name}` : name;
  return text(path) === own || text(path) === own.replace(/\[(\w+)\]/g, ".$1");
}

const text = (place: readonly string[] | string): string =>
  typeof place === "string" ? `header:${place}` : place.join(".");

const share = (part: number, whole: number): string =>
  whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;

/** The scores by half, as lines of a table. */
export function pageScores(judged: readonly Judged[]): string {
  const lines = ["seen", "held"].map((split) => {
    const rows = judged.filter(({ label }) => label.split === split);
    const count = (verdict: Judged["verdict"], of = rows) =>
      of.filter((row) => row.verdict === verdict).length;
    const paged = rows.filter(({ label }) => label.style !== "none");
    const both = paged.filter(({ label }) => label.sides === "both");
    const doubted = rows.filter(
      ({ label, verdict }) =>
        verdict === "wrong" && label.note.includes("doubt"),
    );
    const rules = count("right") + count("wrong");
    return `| ${split} | ${rows.length} | ${rules} | ${count("wrong")} (${doubted.length} of them doubted) | ${share(count("right", both), both.length)} of ${both.length} | ${share(count("right", paged), paged.length)} of ${paged.length} |`;
  });
  return [
    "| half | labelled | rules | wrong | found, both sides described | found in all |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}
