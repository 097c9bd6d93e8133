/**
 * `npm run corpus`: compiles every document of the corpus, type-checks what was emitted, and holds the
 * numbers against `TABLE.md`. `-- --update` writes that file; `-- --keep <folder>` keeps the clients;
 * any other argument is a part of a document's path, and only such documents are compiled.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runCommand } from "../consumer/run-command.ts";
import { oldestCompiler } from "../types/type-check.ts";
import { checkClients, checkSwitches } from "./check-clients.ts";
import type { DocumentRow } from "./compile-document.ts";
import { corpus, documents, type CorpusDocument } from "./documents.ts";
import { judgePages, pageScores } from "../pages/score.ts";
import { unexpected } from "./known-faults.ts";
import { hasClient, lasting, share, tableText } from "./table.ts";

const table = new URL("TABLE.md", import.meta.url);
const one = fileURLToPath(new URL("one.ts", import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: "boolean" }, keep: { type: "string" } },
});
if (corpus !== undefined) process.exitCode = await run(corpus);

async function run(folder: string): Promise<number> {
  const all = documents(folder);
  const some = all.filter(({ path }) =>
    positionals.every((part) => path.includes(part)),
  );
  const output =
    values.keep ?? (await mkdtemp(join(tmpdir(), "telltale-corpus-")));
  try {
    const rows = await compileAll(some, folder, output);
    const found = [
      ...rows.flatMap((row) =>
        row.faults.map((fault) => `${row.path}: ${fault}`),
      ),
      ...(await checkAll(output)),
    ];
    console.log(tableText(rows));
    if (some.length === all.length)
      console.log(pageScores((await judgePages()) ?? []));
    const faults =
      some.length < all.length
        ? found
        : [
            ...unexpected(found),
            ...shareFaults(rows),
            ...(await holdTable(rows)),
          ];
    faults.forEach((fault) => console.log(`FAULT ${fault}`));
    const switches = rows.reduce(
      (sum, { client }) => sum + (client?.switches ?? 0),
      0,
    );
    console.log(
      `${rows.filter(hasClient).length} of ${rows.length} documents compile; ${switches} switches; ${faults.length} faults`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    if (values.keep === undefined) await rm(output, { recursive: true });
  }
}

/** Each in a process of its own, so that time and memory are the document's alone. */
async function compileAll(
  all: readonly CorpusDocument[],
  folder: string,
  output: string,
): Promise<readonly DocumentRow[]> {
  const rows = new Map<CorpusDocument, DocumentRow>();
  const queue = [...all];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      rows.set(next, await compileOne(next, folder, output));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return all.flatMap((document) => rows.get(document) ?? []);
}

async function compileOne(
  document: CorpusDocument,
  folder: string,
  output: string,
): Promise<DocumentRow> {
  const { path, operations } = document;
  const args = [one, path, `${operations}`, folder, output];
  const { code, stdout, stderr } = await runCommand(
    process.execPath,
    args,
    folder,
  );
  process.stderr.write(`${path}\n`);
  if (code === 0) return JSON.parse(stdout) as DocumentRow;
  const said = stderr.split("\n").find((line) => /Error/.test(line)) ?? stderr;
  return {
    path,
    operations,
    client: undefined,
    refused: said.trim(),
    diagnostics: {},
    faults: [`the compiler ends with exit ${code}: ${said.trim()}`],
    seconds: 0,
    megabytes: 0,
  };
}

async function checkAll(output: string): Promise<readonly string[]> {
  const checks = [
    await checkSwitches(output),
    ...(await checkClients(output, ["ts7", "typescript", oldestCompiler])),
  ];
  for (const { name, errors, seconds } of checks) {
    console.log(`${name}: ${errors.length} errors in ${seconds.toFixed(1)} s`);
  }
  // What is indented belongs to the line before.
  return checks.flatMap(({ name, errors }) =>
    errors
      .filter((error) => !error.startsWith(" "))
      .map((error) => `${name}: ${error}`),
  );
}

/** DESIGN §5: of unions of objects without a discriminator, four in five narrow. */
function shareFaults(rows: readonly DocumentRow[]): readonly string[] {
  const { narrowing, all } = share(
    rows.flatMap(({ client }) => client?.unions ?? []),
  );
  return narrowing >= all * 0.8
    ? []
    : [`only ${narrowing} of ${all} unions of objects narrow`];
}

/** Writes the committed table, or says that it is stale. */
async function holdTable(
  rows: readonly DocumentRow[],
): Promise<readonly string[]> {
  const text = tableText(rows);
  if (values.update === true) {
    await writeFile(table, text);
    return [];
  }
  const committed = await readFile(table, "utf8").catch(() => "");
  return lasting(committed) === lasting(text)
    ? []
    : ["TABLE.md is stale: npm run corpus -- --update"];
}
