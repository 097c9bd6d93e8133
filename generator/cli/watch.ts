import { shown } from "../1-load/fetch-text.ts";
import { keepFiles } from "../watch/keep-files.ts";
import { inRounds } from "../watch/rounds.ts";
import { readJobs, type Flags, type Job } from "./jobs.ts";
import type { Outcome } from "./run-client.ts";
import { runClients } from "./run-clients.ts";
import { totalLine } from "./summary-line.ts";
import { UsageError } from "../config/usage-error.ts";
import { exit, usageText, type Exit, type Terminal } from "./terminal.ts";
import { readConfigAnew } from "./thread/read-config.ts";

/** Generates, and again whenever something changes, until it is interrupted. Errors are shown, and waited out. */
export async function runWatch(
  input: string | undefined,
  flags: Flags,
  terminal: Terminal,
): Promise<Exit> {
  refuseOthers(input, flags);
  const rounds = createRounds(input, flags, terminal);
  const watching = inRounds(rounds);
  const end = () => void watching.close();
  process.once("SIGINT", end).once("SIGTERM", end);
  try {
    await watching.closed;
    return exit.fine;
  } finally {
    process.off("SIGINT", end).off("SIGTERM", end);
  }
}

function refuseOthers(input: string | undefined, flags: Flags): void {
  const other = (["check", "dryRun", "json"] as const).find(
    (key) => flags[key],
  );
  if (other !== undefined) {
    throw new UsageError(
      `--watch and --${other === "dryRun" ? "dry-run" : other} exclude each other`,
      "leave out one of them",
    );
  }
  if (input === "-")
    throw new UsageError("standard input cannot be watched", "name a file");
}

/** One round after the other. Of clients that nothing happened to, none is made again. */
function createRounds(
  input: string | undefined,
  flags: Flags,
  terminal: Terminal,
) {
  /** By name: the files that the client was made from. */
  const filesOf = new Map<string, ReadonlySet<string>>();
  let configFiles: ReadonlySet<string> = new Set();
  let jobs: readonly Job[] = [];
  let isFirst = true;

  const readAnew = async (absolute: string): Promise<unknown> => {
    const { files, value, problem } = await readConfigAnew(absolute);
    const found = [absolute, ...files];
    configFiles = keepFiles(found, configFiles, problem === undefined);
    if (problem !== undefined) throw new Error(problem);
    return value;
  };
  /** The jobs to do: all of them after a change of the config, and none while that is broken. */
  const jobsFor = async (changed: ReadonlySet<string> | undefined) => {
    if (changed !== undefined && !haveCommon(changed, configFiles))
      return jobs.filter(({ name }) => haveCommon(changed, filesOf.get(name)));
    try {
      ({ jobs } = await readJobs(input, flags, terminal, readAnew));
      return jobs;
    } catch (error) {
      // A command line that cannot be followed never will be; a config is about to be corrected.
      if (!(error instanceof UsageError) || configFiles.size === 0) throw error;
      terminal.stderr.write(usageText(error));
      return [];
    }
  };

  return async (changed: ReadonlySet<string> | undefined) => {
    const chosen = await jobsFor(changed);
    const states: Outcome["state"][] = [];
    const isTTY = terminal.stderr.isTTY === true;
    let at = 0;
    for await (const outcome of runClients(chosen, { flags, isTTY })) {
      const name = chosen[at++]?.name ?? "";
      const ok = outcome.state !== "failed";
      filesOf.set(name, keepFiles(outcome.files, filesOf.get(name), ok));
      states.push(outcome.state);
      terminal.stderr.write(outcome.stderr);
      terminal.stdout.write(outcome.stdout);
    }
    if (states.length > 1)
      terminal.stdout.write(`${totalLine(states, flags)}\n`);
    if (isFirst) terminal.stdout.write(`${watchingLine(jobs)}\n`);
    isFirst = false;
    const all = [...configFiles];
    for (const { name } of jobs) all.push(...(filesOf.get(name) ?? []));
    return new Set(all);
  };
}

const haveCommon = (
  some: ReadonlySet<string>,
  others: ReadonlySet<string> = new Set(),
): boolean => [...some].some((each) => others.has(each));

/** A URL is read once more only when something else changes. */
function watchingLine(jobs: readonly Job[]): string {
  const urls = jobs
    .map(({ input }) => input)
    .filter((input) => /^https?:/i.test(input));
  const others =
    urls.length === 0
      ? ""
      : `; ${urls.map(shown).join(", ")} cannot be watched`;
  return `watching${others} (Ctrl-C ends it)`;
}
