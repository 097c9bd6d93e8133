import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { compile } from "../../../generator/compile.ts";
import { diff } from "../../../generator/index.ts";
import { rejectedLines, unexplained } from "../consumer/check-consumer.ts";
import { histories, type History } from "./list.ts";
import { packed } from "./pack.ts";

/**
 * Real histories: what `diff` says of successive versions against what the type-checker says of consumers of the
 * old client. `npm run histories -- figma` runs those whose package has that in its name, and writes no table.
 */
const [only = ""] = process.argv.slice(2);

interface Row {
  readonly title: string;
  readonly semver: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly rejected: number;
  readonly exhaustive: number;
  readonly unexplained: number;
}

async function compareVersions(
  history: History,
  from: string,
  to: string,
): Promise<Row> {
  const title = `${history.package} ${from} → ${to}`;
  const old = await packed(history, from);
  const now = await packed(history, to);
  const found = await diff(old, now, { cwd: dirname(old) });
  if (found.diff === undefined) throw new Error(`${title} cannot be compiled`);
  const { findings, semver, counts } = found.diff;
  const filesOf = async (path: string) =>
    (await compile(basename(path), { cwd: dirname(path) })).files;
  const folder = await mkdtemp(join(tmpdir(), "telltale-history-"));
  const [before, after] = [await filesOf(old), await filesOf(now)];
  const all = await rejectedLines(
    [
      { name: title, old: before, new: after },
      { name: "itself", old: before, new: before },
    ],
    folder,
  );
  const rejected = all.get(title) ?? [];
  // A line that its own client rejects says something of the consumer, and nothing of the change.
  for (const { message, text } of all.get("itself") ?? [])
    throw new Error(`the consumer of ${title} is wrong: ${message}: ${text}`);
  await rm(folder, { recursive: true, force: true });
  const without = unexplained(rejected, findings);
  for (const { about, message, text } of without.slice(0, 12))
    console.error(`${title}: ${about}: ${message}\n  ${text}`);
  const plain = rejected.filter(({ exhaustive }) => !exhaustive);
  return {
    title,
    semver,
    counts,
    rejected: plain.length,
    exhaustive: rejected.length - plain.length,
    unexplained: without.length,
  };
}

const rows: Row[] = [];
for (const history of histories) {
  if (!history.package.includes(only)) continue;
  for (const [index, to] of history.versions.entries()) {
    const from = history.versions[index - 1];
    if (from === undefined) continue;
    const row = await compareVersions(history, from, to);
    console.log(
      `${row.title}: ${row.semver}, ${row.rejected} lines rejected, ${row.unexplained} unexplained`,
    );
    rows.push(row);
  }
}

const lines = rows.map(
  ({ title, semver, counts, rejected, exhaustive, unexplained: left }) =>
    `| ${title} | ${semver} | ${counts["breaking"]} | ${counts["unknown"]} | ${counts["widening"]} | ${counts["compatible"]} | ${rejected} | ${exhaustive} | ${left} |`,
);
const table = `# What \`diff\` says, and what the type-checker says

Written by \`npm run histories\`. Two consumers that use every operation and every field of the older client are
compiled against the newer one; the exhaustive one also switches over every union with nothing left. A rejected
line without a finding that is breaking or undecided (for the exhaustive one also widening) is unexplained, and
fails the run.

| versions | verdict | breaking | undecided | widening | compatible | lines rejected | by the exhaustive one | unexplained |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join("\n")}
`;
if (only === "")
  await writeFile(
    fileURLToPath(new URL("TABLE.md", import.meta.url)),
    await format(table, { parser: "markdown" }),
  );
if (rows.some((row) => row.unexplained > 0)) process.exitCode = 1;
