import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { root } from "../generated/clients.ts";
import { shared } from "../shared.ts";
import { repeatDocument } from "./repeat-document.ts";
import { build, builtCli, inFolder, runMeasured, type Run } from "./measure.ts";

const times = 10;
/** What ten times the operations may cost. */
const budget = 11;
/** Megabytes of heap that the large run may take: V8's own default is smaller on many machines. */
const heap = 4096;

/**
 * Prints what a document and one of ten times its operations and components cost, as processor time:
 * what grows faster than the document shows. Fails where it is more than eleven times.
 */
export async function benchScale(documents: readonly string[]): Promise<void> {
  build();
  const stripe = shared("corpus/stripe.com/stripe.com.json");
  const inputs =
    documents.length > 0
      ? documents.map((path) => resolve(path))
      : [stripe?.pathname ?? join(root, "specs/bird/openapi.json")];
  console.log(`\nOnce and ${times} times the same document, processor time\n`);
  console.log(`| document | once | ${times} times | ratio | MB | MB |`);
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const input of inputs) {
    const document = JSON.parse(await readFile(input, "utf8"));
    const [one, many] = await inFolder(async (folder) => [
      await compileTimes(document, 1, folder),
      await compileTimes(document, times, folder),
    ]);
    const ratio = many.cpuSeconds / one.cpuSeconds;
    const cells = [
      `${basename(dirname(input))}/${basename(input)}`,
      ...[one, many].map(({ cpuSeconds }) => `${cpuSeconds.toFixed(2)} s`),
      ratio.toFixed(2),
      ...[one, many].map(({ megabytes }) => megabytes.toFixed(0)),
    ];
    console.log(`| ${cells.join(" | ")} |`);
    if (ratio > budget) process.exitCode = 1;
  }
}

async function compileTimes(
  document: unknown,
  count: number,
  folder: string,
): Promise<Run> {
  const input = join(folder, `times-${count}.json`);
  await writeFile(input, JSON.stringify(repeatDocument(document, count)));
  const output = join(folder, `client-${count}`);
  return runMeasured([builtCli, "generate", input, "-o", output], folder, [
    `--max-old-space-size=${heap}`,
  ]);
}
