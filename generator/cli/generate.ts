import type { Command } from "commander";
import { addInputOptions, append } from "./input-options.ts";
import { readJobs, type Flags, type Job } from "./jobs.ts";
import { runClients } from "./run-clients.ts";
import type { Outcome } from "./run-client.ts";
import { totalLine } from "./summary-line.ts";
import { exit, type Exit, type Terminal } from "./terminal.ts";

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
    .option("--check", "compare only; exit 1 and list what is stale, and why")
    .option(
      "--watch",
      "again whenever a file changes that a client is made from",
    )
    .option("--overwrite", "write over files that were changed by hand")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--package <name>", "emit a publishable package of this name");
  addInputOptions(command)
    .option("--config <file>", "a config other than telltale.config.ts")
    .option(
      "--client <name>",
      "only this client of the config; repeatable",
      append,
    )
    .option("--json", "one JSON document on stdout")
    .option("--verbose", "show every info diagnostic")
    .action(async (input: string | undefined, flags: Flags) => {
      if (flags.watch) {
        const { runWatch } = await import("./watch.ts");
        return done(await runWatch(input, flags, terminal));
      }
      const { jobs } = await readJobs(input, flags, terminal);
      done(await runJobs(jobs, flags, terminal));
    });
}

async function runJobs(
  jobs: readonly Job[],
  flags: Flags,
  terminal: Terminal,
): Promise<Exit> {
  const outcomes: Outcome[] = [];
  const isTTY = terminal.stderr.isTTY === true;
  for await (const outcome of runClients(jobs, { flags, isTTY })) {
    outcomes.push(outcome);
    terminal.stderr.write(outcome.stderr);
    terminal.stdout.write(outcome.stdout);
  }
  const states = outcomes.map(({ state }) => state);
  const code = exitOf(states);
  if (flags.json) {
    const clients = outcomes.map(({ json }) => json);
    terminal.stdout.write(
      `${JSON.stringify({ ok: code === exit.fine, exit: code, clients }, null, 2)}\n`,
    );
  } else if (jobs.length > 1) {
    terminal.stdout.write(`${totalLine(states, flags)}\n`);
  }
  return code;
}

function exitOf(states: readonly Outcome["state"][]): Exit {
  if (states.includes("failed")) return exit.cannotCompile;
  return states.includes("stale") ? exit.found : exit.fine;
}
