import { safeText } from "../../diagnostics/safe-text.ts";
import type { Place } from "../../explain/explanation.ts";
import type { Diff, Finding } from "../finding.ts";
import {
  changeWords,
  groupsOf,
  happened,
  levelHelp,
  levelNames,
  verdictWords,
} from "../finding-words.ts";

/** The findings for a pull request: a table for each level, the compatible ones folded. */
export function diffMarkdown(diff: Diff): string {
  const tables = groupsOf(diff).flatMap(({ level, findings }) => {
    const title = `${levelNames[level]} (${findings.length})`;
    const table = [
      "| what | change | where |",
      "| --- | --- | --- |",
      ...findings.map(row),
    ];
    return level === "compatible"
      ? [
          `<details><summary>${title}</summary>`,
          "",
          ...table,
          "",
          "</details>",
          "",
        ]
      : [`### ${title}: ${levelHelp[level]}`, "", ...table, ""];
  });
  return [`## For callers: ${verdictWords(diff)}`, "", ...tables].join("\n");
}

function row(finding: Finding): string {
  const { subject, because } = finding;
  const change = changeWords(finding);
  const cells = [
    code(subject),
    `${happened(finding)}${change === undefined ? "" : `: ${code(change)}`}; ${because}`,
    [finding.old, finding.new].flatMap(placeCell).join(" → "),
  ];
  return `| ${cells.join(" | ")} |`;
}

const placeCell = (place: Place | undefined): readonly string[] =>
  place === undefined
    ? []
    : [
        code(
          `${place.source}${place.line === undefined ? "" : `:${place.line}`}`,
        ),
      ];

/**
 * Text of a description as code, in a cell of a table (GFM §4.10, §6.1): its fence is longer than any run of
 * backticks within, a bar would end the cell, and nothing else means anything.
 */
export function code(text: string): string {
  const safe = safeText(text).replaceAll("|", "\\|");
  const runs = (safe.match(/`+/g) ?? []).map((run) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const pad = safe.startsWith("`") || safe.endsWith("`") ? " " : "";
  return `${fence}${pad}${safe}${pad}${fence}`;
}
