import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import { shown } from "../1-load/fetch-text.ts";
import { locator } from "../1-load/locate.ts";
import { replaceFile } from "../7-write/index.ts";
import { renderJson } from "../diagnostics/render.ts";
import { explain, type ExplainCall, type Explained } from "../explain.ts";
import { isError } from "../diagnostics/diagnostic.ts";
import type { ClientConfig } from "../options.ts";
import {
  addInputOptions,
  inputOptions,
  type InputFlags,
} from "./input-options.ts";
import { refuseInputFlags } from "./jobs.ts";
import { loadConfig } from "../config/load-config.ts";
import { UsageError } from "../config/usage-error.ts";
import {
  count,
  exit,
  hasColor,
  printDiagnostics,
  type Exit,
  type Terminal,
} from "./terminal.ts";

interface Flags extends InputFlags {
  readonly html?: string;
  readonly config?: string;
  readonly json?: true;
}

interface Job {
  readonly name: string;
  readonly input: string;
  readonly call: ExplainCall;
}

interface Result {
  readonly job: Job;
  readonly explained: Explained;
}

export function addExplain(
  program: Command,
  terminal: Terminal,
  done: (exit: Exit) => void,
): void {
  const command = program
    .command("explain")
    .description(
      "say how each union was told apart, what became of allOf, which rules for pages were found, and why",
    )
    .argument(
      "[input]",
      "an OpenAPI description; without it, every client of telltale.config.ts",
    )
    .option("--html <file>", "one self-contained page, with the trees drawn");
  addInputOptions(command)
    .option("--config <file>", "a config other than telltale.config.ts")
    .option("--json", "one JSON document on stdout")
    .action(async (input: string | undefined, flags: Flags) => {
      const jobs = await readJobs(input, flags, terminal);
      done(await runJobs(jobs, flags, terminal));
    });
}

async function readJobs(
  input: string | undefined,
  flags: Flags,
  { cwd }: Terminal,
): Promise<readonly Job[]> {
  if (input !== undefined) {
    if (flags.config !== undefined) {
      throw new UsageError(
        "--config and an input exclude each other",
        "leave out one of them",
      );
    }
    const call = { cwd, ...inputOptions(input, flags) };
    return [{ name: shown(input), input, call }];
  }
  refuseInputFlags(flags, "explained");
  const { config, folder } = await loadConfig(cwd, flags.config);
  return Object.entries(config.clients).map(
    ([name, { input: path, ...options }]: [string, ClientConfig]) => ({
      name,
      input: path,
      call: { ...options, cwd: folder },
    }),
  );
}

async function runJobs(
  jobs: readonly Job[],
  flags: Flags,
  terminal: Terminal,
): Promise<Exit> {
  const results: Result[] = [];
  for (const job of jobs) {
    const explained = await explain(job.input, job.call);
    results.push({ job, explained });
    if (!flags.json) await printHuman({ job, explained }, flags, terminal);
  }
  const code = results.every(({ explained }) => explained.ok)
    ? exit.fine
    : exit.cannotCompile;
  if (flags.html !== undefined) await writePage(results, flags, terminal);
  if (flags.json) {
    const clients = await Promise.all(results.map(toJson));
    terminal.stdout.write(
      `${JSON.stringify({ ok: code === exit.fine, exit: code, clients }, null, 2)}\n`,
    );
  }
  return code;
}

/** What stands in the way goes to stderr; with a page, the page says the rest. */
async function printHuman(
  { job, explained }: Result,
  { html }: Flags,
  terminal: Terminal,
): Promise<void> {
  const { explanation, diagnostics, ok, sources } = explained;
  const errors = diagnostics.filter(isError);
  await printDiagnostics({ diagnostics: errors, sources }, terminal, true);
  if (explanation === undefined || !ok) {
    terminal.stderr.write(
      `${job.name}: ${count(errors.length, "error")}, nothing explained\n`,
    );
  } else if (html === undefined) {
    const { explanationText } = await import("../explain/text/text.ts");
    const color = hasColor(terminal.stdout);
    terminal.stdout.write(explanationText(explanation, { color }));
  }
}

async function writePage(
  results: readonly Result[],
  { html, json }: Flags,
  terminal: Terminal,
): Promise<void> {
  const clients = results.flatMap(
    ({ explained: { ok, explanation, sources } }) =>
      ok && explanation !== undefined ? [{ explanation, sources }] : [],
  );
  if (html === undefined || clients.length === 0) return;
  const { explanationHtml } = await import("../explain/html/page.ts");
  const path = resolve(terminal.cwd, html);
  const text = explanationHtml(clients);
  await replaceFile(dirname(path), { path: basename(path), text });
  if (json) return;
  const unions = clients.flatMap(({ explanation }) => explanation.unions);
  terminal.stdout.write(
    `${count(unions.length, "union")} explained → ${html}\n`,
  );
}

async function toJson({ job, explained }: Result) {
  const { ok, explanation, diagnostics, sources } = explained;
  return {
    name: job.name,
    input: job.input,
    ok,
    explanation: ok ? explanation : undefined,
    diagnostics: await renderJson(diagnostics, { sources, locator }),
  };
}
