import type { Diff, Finding } from "../finding.ts";
import {
  changeWords,
  groupsOf,
  happened,
  levelHelp,
  levelNames,
} from "../finding-words.ts";
import { code } from "./markdown.ts";

const title = "# Changelog\n";

/**
 * A CHANGELOG.md with an entry for this version on top, in place of one that is there already: written twice it is
 * the same. Without changes that callers meet it stays as it is.
 */
export function changelogWith(
  before: string | undefined,
  version: string,
  diff: Diff,
): string {
  const text = before ?? title;
  if (diff.findings.length === 0) return text;
  const [intro = "", ...entries] = text.split(/^(?=## )/m);
  const heading = `## ${version}\n`;
  const others = entries.filter(
    (entry, at) => at > 0 || !entry.startsWith(heading),
  );
  return [`${intro.trimEnd()}\n\n`, entryOf(heading, diff), ...others].join("");
}

function entryOf(heading: string, diff: Diff): string {
  const groups = groupsOf(diff).map(({ level, findings }) =>
    [
      `### ${levelNames[level]}: ${levelHelp[level]}`,
      "",
      ...findings.map(line),
      "",
    ].join("\n"),
  );
  return [heading, ...groups].join("\n") + "\n";
}

function line(finding: Finding): string {
  const change = changeWords(finding);
  const what = `${code(finding.subject)} ${happened(finding)}`;
  return `- ${what}${change === undefined ? "" : `: ${code(change)}`}`;
}
