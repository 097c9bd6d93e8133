import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { root } from "../generated/clients.ts";
import { shared } from "../shared.ts";
import { repeatDocument } from "./repeat-document.ts";
import { build, builtCli, inFolder, runMeasured, type Run } from "./measure.ts";

const times = 10;
/** What ten times the operations may cost in time, and in memory beyond what any description takes. */
const budget = 11;
/** Megabytes of heap that the large run may take: V8's own default is smaller on many machines. */
const heap = 4096;

/** What any description takes. */
const nothing = {
  openapi: "3.1.0",
  info: { title: "Nothing", version: "1" },
  paths: {},
};

/**
 * Prints what a document and one of ten times its operations and components cost, as processor time and
 * memory: what grows faster than the document shows. Fails where either is more than eleven times.
 */
export async function benchScale(documents: readonly string[]): Promise<void> {
  build();
  const stripe = shared("corpus/stripe.com/stripe.com.json");
  const inputs =
    documents.length > 0
      ? documents.map((path) => resolve(path))
      : [stripe?.pathname ?? join(root, "specs/bird/openapi.json")];
  const base = await inFolder((folder) => compileTimes(nothing, 1, folder));
  console.log(
    `\nOnce and ${times} times the same document: processor time, and memory beyond the ${base.megabytes.toFixed(0)} MB of a description of nothing\n`,
  );
  console.log(`| document | once | ${times} times | ratio | MB | MB | ratio |`);
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const input of inputs) {
    const document = JSON.parse(await readFile(input, "utf8"));
    const [one, many] = await inFolder(async (folder) => [
      await compileTimes(document, 1, folder),
      await compileTimes(document, times, folder),
    ]);
    const beyond = ({ megabytes }: Run): number => megabytes - base.megabytes;
    const ratio = many.cpuSeconds / one.cpuSeconds;
    const memoryRatio = beyond(many) / beyond(one);
    const cells = [
      `${basename(dirname(input))}/${basename(input)}`,
      ...[one, many].map(({ cpuSeconds }) => `${cpuSeconds.toFixed(2)} s`),
      ratio.toFixed(2),
      ...[one, many].map((run) => beyond(run).toFixed(0)),
      memoryRatio.toFixed(2),
    ];
    console.log(`| ${cells.join(" | ")} |`);
    if (ratio > budget || memoryRatio > budget) process.exitCode = 1;
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
