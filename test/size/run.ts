/**
 * `npm run size`: what an application ships of a client, beside its budget; fails where the table is stale
 * or a budget exceeded. `npm run size -- --update` writes the table. With the path of GitHub's description
 * its rows are measured as well; without it they stay as they are.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { generate } from "../../generator/index.ts";
import {
  github,
  measure,
  measureVendored,
  optional,
  type Row,
} from "./rows.ts";
import { faults, githubLines, line, tableText } from "./table.ts";

const path = new URL("TABLE.md", import.meta.url);
const args = process.argv.slice(2);
const description = args.find((arg) => !arg.startsWith("--"));
const committed = await readFile(path, "utf8").catch(() => "");

const rows = [
  ...(await measureVendored()),
  ...(description === undefined ? [] : await measureGithub(description)),
];
for (const row of rows) console.log(line(row));
if (description === undefined)
  console.log(
    `skipped: ${github.package} ${github.version}, whose description was not given`,
  );

if (args.includes("--update")) {
  const kept = description === undefined ? githubLines(committed) : [];
  await writeFile(path, tableText([...rows.map(line), ...kept]));
}
const wrong = faults(rows, await readFile(path, "utf8"));
for (const fault of wrong) console.error(fault);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** Compiles GitHub's description to a source folder, and measures it there. */
async function measureGithub(input: string): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "telltale-size-"));
  try {
    const { info } = JSON.parse(await readFile(input, "utf8")) as {
      info: { version: string };
    };
    if (info.version !== github.version)
      throw new Error(`${input} is ${info.version}, not ${github.version}`);
    const { files } = await generate(resolve(input), { cwd: folder });
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await measure(optional, () => join(folder, "index.ts"));
  } finally {
    await rm(folder, { recursive: true });
  }
}
