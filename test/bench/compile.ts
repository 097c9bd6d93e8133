import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { root } from "../generated/clients.ts";
import { shared } from "../shared.ts";
import { compilerNames, compilers, type Compiler } from "./compilers.ts";
import { build, inFolder, runMeasured, type Run } from "./measure.ts";

const runs = 5;

/**
 * Prints what a whole process takes to compile, cold, beside openapi-typescript, which writes types alone, and
 * hey-api: medians of five interleaved runs of the built CLI, which is what users run.
 *
 * @param more further documents, such as GitHub's (npm `@octokit/openapi`)
 */
export async function benchCompile(more: readonly string[]): Promise<void> {
  build();
  const stripe = shared("corpus/stripe.com/stripe.com.json");
  const inputs = [
    join(root, "specs/quo/openapi.yaml"),
    join(root, "specs/bird/openapi.json"),
    ...(stripe === undefined ? [] : [stripe.pathname]),
    ...more.map((path) => resolve(path)),
  ].filter((path) => existsSync(path));
  console.log(
    `\nCompiling, the whole process, Node ${process.version}: median of ${runs} interleaved runs; the ratio is telltale's time to theirs\n`,
  );
  console.log("| document | compiler | time | ratio | MB |");
  console.log("| --- | --- | ---: | ---: | ---: |");
  for (const input of inputs) {
    const all = compilerNames.map((name) => ({ name, measured: [] as Run[] }));
    for (let run = 0; run < runs; run++)
      for (const { name, measured } of all)
        measured.push(await measure(name, input));
    const ours = median(all[0]?.measured ?? [], "seconds");
    for (const { name, measured } of all) {
      const seconds = median(measured, "seconds");
      const cells = [
        `${basename(dirname(input))}/${basename(input)}`,
        name,
        `${seconds.toFixed(2)} s`,
        (ours / seconds).toFixed(2),
        median(measured, "megabytes").toFixed(0),
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
}

const measure = (name: Compiler, input: string): Promise<Run> =>
  inFolder((folder) =>
    runMeasured(compilers[name](input, join(folder, "client")), folder),
  );

function median(all: readonly Run[], of: keyof Run): number {
  const values = all.map((each) => each[of]).sort((a, b) => a - b);
  return values[values.length >> 1] ?? NaN;
}
