/**
 * `npm run oracle`: compares our type of every component of the corpus with that of openapi-typescript,
 * and holds the numbers against `TABLE.md`. `-- --update` writes that file; any other argument is a part
 * of a document's path, and only such documents are compared.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { corpus, documents } from "../corpus/documents.ts";
import { compareDocument, type OracleRow } from "./compare-document.ts";
import { oracleTable, rowFaults, wholeFaults } from "./table.ts";

const table = new URL("TABLE.md", import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: "boolean" } },
});
if (corpus !== undefined) process.exitCode = await run(corpus);

async function run(folder: string): Promise<number> {
  const all = documents(folder);
  const some = all.filter(({ path }) =>
    positionals.every((part) => path.includes(part)),
  );
  const rows: OracleRow[] = [];
  for (const { path } of some) {
    rows.push(await compareDocument(path, folder));
    process.stderr.write(`${path}\n`);
  }
  const text = oracleTable(rows);
  console.log(text);
  const isWhole = some.length === all.length;
  const faults = [
    ...rows.flatMap(rowFaults),
    ...(isWhole ? [...wholeFaults(rows), ...(await holdTable(text))] : []),
  ];
  faults.forEach((fault) => console.log(`FAULT ${fault}`));
  console.log(`${rows.length} documents compared; ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

/** Writes the committed table, or says that it is stale. */
async function holdTable(text: string): Promise<readonly string[]> {
  if (values.update === true) {
    await writeFile(table, text);
    return [];
  }
  const committed = await readFile(table, "utf8").catch(() => "");
  return committed === text
    ? []
    : ["TABLE.md is stale: npm run oracle -- --update"];
}
