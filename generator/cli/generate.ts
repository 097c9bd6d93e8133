import type { Command } from "commander";
import { renderJson } from "../diagnostics/render.ts";
import { locator } from "../1-load/locate.ts";
import { isError } from "../diagnostics/diagnostic.ts";
import { generate, type Generated } from "../generate.ts";
import { addInputOptions } from "./input-options.ts";
import { modeOf, readJobs, type Flags, type Job } from "./jobs.ts";
import { summaryLine } from "./summary-line.ts";
import {
  exit,
  printDiagnostics,
  type Exit,
  type Terminal,
} from "./terminal.ts";

interface Result {
  readonly job: Job;
  readonly generated: Generated;
}

export function addGenerate(
  program: Command,
  terminal: Terminal,
  done: (exit: Exit) => void,
): void {
  const command = program
    .command("generate")
    .description(
      "compile one description, or every client of telltale.config.ts",
    )
    .argument(
      "[input]",
      "an OpenAPI description: JSON, YAML, or a docs page that holds one; a file, a URL, or - for standard input",
    )
    .option("-o, --output <folder>", "where the client goes")
    .option("--check", "compare only; exit 1 and list what is stale")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--package <name>", "emit a publishable package of this name");
  addInputOptions(command)
    .option("--config <file>", "a config other than telltale.config.ts")
    .option("--json", "one JSON document on stdout")
    .option("--verbose", "show every info diagnostic")
    .action(async (input: string | undefined, flags: Flags) => {
      const jobs = await readJobs(input, flags, terminal);
      done(await runJobs(jobs, flags, terminal));
    });
}

async function runJobs(
  jobs: readonly Job[],
  flags: Flags,
  terminal: Terminal,
): Promise<Exit> {
  const results: Result[] = [];
  for (const job of jobs) {
    const generated = await generate(job.input, job.call);
    results.push({ job, generated });
    if (!flags.json) await printHuman({ job, generated }, flags, terminal);
  }
  const code = exitOf(results, flags);
  if (flags.json) {
    const clients = await Promise.all(results.map(toJson));
    terminal.stdout.write(
      `${JSON.stringify({ ok: code === exit.fine, exit: code, clients }, null, 2)}\n`,
    );
  }
  return code;
}

function exitOf(results: readonly Result[], { check }: Flags): Exit {
  if (results.some(({ generated }) => !generated.ok)) return exit.cannotCompile;
  return check && results.some(({ generated }) => isStale(generated))
    ? exit.found
    : exit.fine;
}

const isStale = ({ output }: Generated): boolean =>
  output !== undefined && output.written.length + output.deleted.length > 0;

async function printHuman(
  { job, generated }: Result,
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  await printDiagnostics(generated, terminal, flags.verbose === true);
  const { output } = generated;
  if (flags.check && output !== undefined) {
    for (const path of output.written)
      terminal.stderr.write(`stale: ${job.call.output}/${path}\n`);
    for (const path of output.deleted)
      terminal.stderr.write(`left over: ${job.call.output}/${path}\n`);
  }
  const errors = generated.diagnostics.filter(isError).length;
  terminal.stdout.write(
    `${summaryLine({ name: job.name, folder: job.call.output, errors, mode: modeOf(flags), generated })}\n`,
  );
}

async function toJson({ job, generated }: Result) {
  const { diagnostics, sources, summary, output, ok } = generated;
  return {
    name: job.name,
    input: job.input,
    output: job.call.output,
    ok,
    summary: ok ? summary : undefined,
    files: output,
    diagnostics: await renderJson(diagnostics, { sources, locator }),
  };
}
