import type { Command } from "commander";
import { loadConfig } from "../config/load-config.ts";
import { UsageError } from "../config/usage-error.ts";
import { diff, type DiffCall, type DiffResult } from "../diff.ts";
import type { Level } from "../diff/finding.ts";
import { noClient } from "./config-jobs.ts";
import {
  addInputOptions,
  configNames,
  inputOptions,
  type InputFlags,
} from "./input-options.ts";
import {
  growChangelog,
  printHuman,
  printJson,
  writePage,
} from "./print-diff.ts";
import { exit, type Exit, type Terminal } from "./terminal.ts";

/** The options of `telltale diff`. */
export interface DiffFlags extends InputFlags {
  readonly client?: string;
  readonly config?: string;
  readonly failOn: string;
  readonly html?: string;
  readonly changelog?: string;
  readonly json?: true;
  readonly markdown?: true;
}

export function addDiff(
  program: Command,
  terminal: Terminal,
  done: (exit: Exit) => void,
): void {
  const command = program
    .command("diff")
    .description(
      "say what the change of a description means to callers of its client",
    )
    .argument(
      "<old>",
      "the description as it was: a file, a URL, or git:REV:path",
    )
    .argument(
      "[new]",
      "the description as it is; with --client, the input that the config names",
    )
    .option("--client <name>", "compile both as this client of the config is")
    .option("--config <file>", "a config other than telltale.config.ts")
    .option(
      "--fail-on <level>",
      "exit 1 from this level on: breaking, unknown, widening, or none",
      "breaking",
    )
    .option("--html <file>", "one self-contained page")
    .option(
      "--changelog <file>",
      "put an entry for the client's version on top of this file",
    )
    .option("--markdown", "tables for a pull request");
  addInputOptions(command)
    .option("--json", "one JSON document on stdout")
    .action(async (old: string, now: string | undefined, flags: DiffFlags) => {
      done(await runDiff(old, now, flags, terminal));
    });
}

async function runDiff(
  old: string,
  now: string | undefined,
  flags: DiffFlags,
  terminal: Terminal,
): Promise<Exit> {
  const fails = failingLevels(flags.failOn);
  if (flags.json && flags.markdown)
    throw new UsageError(
      "--json and --markdown exclude each other",
      "leave out one of them",
    );
  const { input, call } = await readCall(old, now, flags, terminal);
  const result = await follow(old, input, call);
  const isFound =
    result.diff?.findings.some(({ level }) => fails.has(level)) === true;
  const code = !result.ok
    ? exit.cannotCompile
    : isFound
      ? exit.found
      : exit.fine;
  if (flags.json) await printJson(result, code, terminal);
  else await printHuman(result, flags, terminal);
  if (result.diff !== undefined && flags.html !== undefined)
    await writePage(
      result.diff,
      { old, input, path: flags.html },
      flags,
      terminal,
    );
  if (flags.changelog !== undefined)
    await growChangelog(result, flags.changelog, terminal);
  return code;
}

const failing: Readonly<Record<string, readonly Level[]>> = {
  breaking: ["breaking"],
  unknown: ["breaking", "unknown"],
  widening: ["breaking", "unknown", "widening"],
  none: [],
};

function failingLevels(named: string): ReadonlySet<Level> {
  const found = Object.hasOwn(failing, named) ? failing[named] : undefined;
  if (found !== undefined) return new Set(found);
  throw new UsageError(
    `--fail-on has no level ${named}`,
    `levels are ${Object.keys(failing).join(", ")}`,
  );
}

interface Call {
  /** The new description. */
  readonly input: string;
  readonly call: DiffCall;
}

/** What both sides are compiled with: the flags, or a client of the config. */
async function readCall(
  old: string,
  now: string | undefined,
  flags: DiffFlags,
  { cwd }: Terminal,
): Promise<Call> {
  if (flags.client === undefined) {
    if (flags.config !== undefined)
      throw new UsageError(
        "--config says nothing without --client",
        "name a client of it",
      );
    if (now === undefined)
      throw new UsageError(
        "there is no new description",
        "telltale diff git:main:openapi.yaml openapi.yaml",
      );
    const isUrl = (input: string) => /^https?:\/\//i.test(input);
    return {
      input: now,
      call: { cwd, ...inputOptions(isUrl(old) ? old : now, flags) },
    };
  }
  const given = (Object.keys(configNames) as (keyof InputFlags)[]).find(
    (key) => flags[key] !== undefined,
  );
  if (given !== undefined)
    throw new UsageError(
      `${configNames[given][0]} and --client exclude each other`,
      `set ${configNames[given][1]} in the config`,
    );
  const { config, folder } = await loadConfig(cwd, flags.config);
  const client = Object.hasOwn(config.clients, flags.client)
    ? config.clients[flags.client]
    : undefined;
  if (client === undefined)
    throw noClient(flags.client, Object.keys(config.clients));
  const { input, ...options } = client;
  return { input: now ?? input, call: { ...options, cwd: folder } };
}

/** What git cannot find is a mistake on the command line. */
async function follow(
  old: string,
  now: string,
  call: DiffCall,
): Promise<DiffResult> {
  try {
    return await diff(old, now, call);
  } catch (error) {
    const { InputError } = await import("../diff/git-input.ts");
    if (error instanceof InputError)
      throw new UsageError(error.message, error.help);
    throw error;
  }
}
