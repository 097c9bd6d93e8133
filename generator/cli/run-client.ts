import { isError } from "../diagnostics/diagnostic.ts";
import { safeText } from "../diagnostics/safe-text.ts";
import { generate, type Generated } from "../generate.ts";
import { watchedFiles } from "../watch/watched-files.ts";
import { changesIn, whyStale } from "./change-lines.ts";
import { crashText } from "./crash.ts";
import { modeOf, type Flags, type Job } from "./jobs.ts";
import { summaryLine } from "./summary-line.ts";
import { printDiagnostics, type Terminal } from "./terminal.ts";

/** What became of one client, ready to be printed: it may have been made in another thread. */
export interface Outcome {
  readonly state: "unchanged" | "written" | "stale" | "failed";
  readonly stdout: string;
  readonly stderr: string;
  /** Its part of `--json`, where that was asked for. */
  readonly json: unknown;
  /** What to watch, as absolute paths. */
  readonly files: readonly string[];
}

/** How a client is to be told of. */
export interface Look {
  readonly flags: Flags;
  /** Whether a person reads along. */
  readonly isTTY: boolean;
}

/** Generates one client. Whatever goes wrong is about this one alone. */
export async function runClient(job: Job, look: Look): Promise<Outcome> {
  try {
    return await tell(job, await generate(job.input, job.call), look);
  } catch (error) {
    const json = { name: job.name, ok: false, internal: String(error) };
    const files = watchedFiles(job.input, { inputs: [] }, job.call);
    const told = { stdout: "", stderr: crashText(error), files };
    return { ...told, state: "failed", json };
  }
}

/** The same for a client that has been generated. */
export async function tell(
  job: Job,
  generated: Generated,
  { flags, isTTY }: Look,
): Promise<Outcome> {
  const state = stateOf(generated, flags);
  const files = watchedFiles(job.input, generated, job.call);
  if (flags.json) {
    const json = await toJson(job, generated);
    return { state, stdout: "", stderr: "", json, files };
  }
  let stdout = "";
  let stderr = "";
  const terminal: Terminal = {
    cwd: "",
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text), isTTY },
  };
  await printHuman(job, generated, flags, terminal);
  return { state, stdout, stderr, json: undefined, files };
}

function stateOf(
  { ok, output }: Generated,
  { check }: Flags,
): Outcome["state"] {
  if (!ok) return "failed";
  if (output === undefined || changesIn(output).length === 0)
    return "unchanged";
  return check ? "stale" : "written";
}

async function printHuman(
  { name, call: { output: folder } }: Job,
  generated: Generated,
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  await printDiagnostics(generated, terminal, flags.verbose === true);
  const { output, causes, recovered } = generated;
  const say = (line: string) => terminal.stderr.write(`${safeText(line)}\n`);
  if (recovered !== undefined) say(`${folder}: ${recoveredWords[recovered]}`);
  if (flags.check && output !== undefined) {
    const changes = changesIn(output);
    for (const { state, path } of changes) say(`${state}: ${folder}/${path}`);
    const isStale = changes.some(
      ({ state }) => state === "stale" || state === "left over",
    );
    if (isStale || (causes.length > 0 && changes.length > 0))
      say(`  why: ${whyStale(causes)}`);
  }
  const errors = generated.diagnostics.filter(isError).length;
  const mode = modeOf(flags);
  const line = summaryLine({ name, folder, errors, mode, generated });
  terminal.stdout.write(`${line}\n`);
}

const recoveredWords = {
  finished: "an earlier run was cut short; what it had begun is finished",
  removed: "an earlier run was cut short; what it had prepared is removed",
};

async function toJson(job: Job, generated: Generated) {
  const { renderJson } = await import("../diagnostics/render.ts");
  const { locator } = await import("../1-load/locate.ts");
  const { diagnostics, sources, summary, output, ok } = generated;
  const { causes, recovered, skipped } = generated;
  return {
    name: job.name,
    input: job.input,
    output: job.call.output,
    ok,
    summary: ok ? summary : undefined,
    files: output,
    changes: output && changesIn(output),
    causes,
    recovered,
    upToDate: skipped !== undefined,
    diagnostics: await renderJson(diagnostics, { sources, locator }),
  };
}
