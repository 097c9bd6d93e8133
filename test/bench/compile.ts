import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { root } from "../generated/clients.ts";
import { shared } from "../shared.ts";
import { build, builtCli, inFolder, runMeasured, type Run } from "./measure.ts";

const runs = 5;

/** A compiler's command line for an input and a folder. */
type Command = (input: string, folder: string) => readonly string[];

const telltale: Command = (input, folder) => [
  builtCli,
  ...["generate", input, "-o", join(folder, "client")],
];
const openapiTypescript: Command = (input, folder) => [
  join(root, "node_modules/openapi-typescript/bin/cli.js"),
  ...[input, "-o", join(folder, "schema.d.ts")],
];

/**
 * Prints how long a whole process takes to compile, cold, beside openapi-typescript, which writes types
 * alone: medians of five interleaved runs of the built CLI, which is what users run.
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
    `\nCompiling, the whole process, Node ${process.version}: median of ${runs} interleaved runs\n`,
  );
  console.log(
    "| document | telltale | openapi-typescript | ratio | telltale, MB | openapi-typescript, MB |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const input of inputs) {
    const ours: Run[] = [];
    const theirs: Run[] = [];
    for (let run = 0; run < runs; run++) {
      ours.push(await measure(telltale, input));
      theirs.push(await measure(openapiTypescript, input));
    }
    const seconds = [ours, theirs].map((all) => median(all, "seconds"));
    const megabytes = [ours, theirs].map((all) => median(all, "megabytes"));
    const [a = NaN, b = NaN] = seconds;
    const cells = [
      `${basename(dirname(input))}/${basename(input)}`,
      ...seconds.map((each) => `${each.toFixed(2)} s`),
      (a / b).toFixed(2),
      ...megabytes.map((each) => each.toFixed(0)),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

async function measure(command: Command, input: string): Promise<Run> {
  return inFolder((folder) => runMeasured(command(input, folder), folder));
}

function median(all: readonly Run[], of: keyof Run): number {
  const values = all.map((each) => each[of]).sort((a, b) => a - b);
  return values[values.length >> 1] ?? NaN;
}
