import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { root } from "../generated/clients.ts";
import { compilerNames, compilers, type Compiler } from "./compilers.ts";
import { build, inFolder, runMeasured } from "./measure.ts";

const runs = 3;

const kinds = ["cold", "warm", "no-op"] as const;
type Times = Record<(typeof kinds)[number], number[]>;

/**
 * Prints how long a whole process takes into an empty folder (cold), into a current one after one operation changed
 * (warm), and with nothing to do, beside two others: medians of interleaved runs of the built CLI.
 *
 * @param more further documents in JSON, such as GitHub's (npm `@octokit/openapi`)
 */
export async function benchRegenerate(more: readonly string[]): Promise<void> {
  build();
  const inputs = [
    join(root, "specs/bird/openapi.json"),
    ...more.map((path) => resolve(path)),
  ];
  console.log(
    `\nRegenerating, the whole process, Node ${process.version}: median of ${runs} interleaved runs\n`,
  );
  console.log(`| document | compiler | ${kinds.join(" | ")} |`);
  console.log("| --- | --- | ---: | ---: | ---: |");
  for (const input of inputs) {
    const all = new Map(compilerNames.map((name) => [name, emptyTimes()]));
    for (let run = 0; run < runs; run++)
      for (const [name, times] of all) await measure(name, times, input);
    for (const [name, times] of all) {
      const cells = kinds.map((kind) => `${median(times[kind]).toFixed(2)} s`);
      const document = `${basename(dirname(input))}/${basename(input)}`;
      console.log(`| ${document} | ${name} | ${cells.join(" | ")} |`);
    }
  }
}

const emptyTimes = (): Times => ({ cold: [], warm: [], "no-op": [] });

async function measure(
  name: Compiler,
  times: Times,
  input: string,
): Promise<void> {
  await inFolder(async (folder) => {
    const copy = join(folder, "openapi.json");
    const text = await readFile(input, "utf8");
    await writeFile(copy, text);
    const once = async (kind: keyof Times) => {
      const args = compilers[name](copy, join(folder, "client"));
      times[kind].push((await runMeasured(args, folder)).seconds);
    };
    await once("cold");
    await writeFile(copy, withOneChange(text));
    await once("warm");
    await once("no-op");
  });
}

/** The same document with one more sentence about its first operation. */
function withOneChange(text: string): string {
  const document = JSON.parse(text) as {
    readonly paths: Readonly<
      Record<string, Record<string, { description?: string }>>
    >;
  };
  const [item = {}] = Object.values(document.paths);
  const operation = Object.entries(item).find(([method]) =>
    /^(get|post|put|delete|patch)$/.test(method),
  );
  if (operation === undefined)
    throw new Error("its first path has no operation");
  operation[1].description = `${operation[1].description ?? ""} Changed.`;
  return JSON.stringify(document, null, 2);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
