import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import { shown } from "../1-load/fetch-text.ts";
import { locator } from "../1-load/locate.ts";
import { replaceFile } from "../7-write/index.ts";
import { isError } from "../diagnostics/diagnostic.ts";
import { renderJson } from "../diagnostics/render.ts";
import { diff, type DiffCall, type DiffResult } from "../diff.ts";
import type { Diff, DiffSide, Level } from "../diff/finding.ts";
import {
  addInputOptions,
  configNames,
  inputOptions,
  type InputFlags,
} from "./input-options.ts";
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
    .action(async (old: string, now: string | undefined, flags: Flags) => {
      done(await runDiff(old, now, flags, terminal));
    });
}

async function runDiff(
  old: string,
  now: string | undefined,
  flags: Flags,
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
  flags: Flags,
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
    throw new UsageError(
      `the config has no client ${flags.client}`,
      `its clients are ${Object.keys(config.clients).join(", ")}`,
    );
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

async function printHuman(
  { ok, diff: found, old, new: now }: DiffResult,
  { html, markdown }: Flags,
  terminal: Terminal,
): Promise<void> {
  for (const { diagnostics, input, sources } of [old, now]) {
    const errors = diagnostics.filter(isError);
    await printDiagnostics({ diagnostics: errors, sources }, terminal, true);
    if (errors.length > 0)
      terminal.stderr.write(
        `${shown(input)}: ${count(errors.length, "error")}\n`,
      );
  }
  if (!ok || found === undefined) return;
  if (markdown) {
    const { diffMarkdown } = await import("../diff/text/markdown.ts");
    terminal.stdout.write(diffMarkdown(found));
  } else if (html === undefined) {
    const { diffText } = await import("../diff/text/text.ts");
    terminal.stdout.write(
      diffText(found, { color: hasColor(terminal.stdout) }),
    );
  }
}

async function writePage(
  found: Diff,
  { old, input, path }: { old: string; input: string; path: string },
  { json, markdown }: Flags,
  { cwd, stdout }: Terminal,
): Promise<void> {
  const { diffHtml } = await import("../diff/html/page.ts");
  const { verdictWords } = await import("../diff/finding-words.ts");
  const text = diffHtml(found, { old: shown(old), new: shown(input) });
  const file = resolve(cwd, path);
  await replaceFile(dirname(file), { path: basename(file), text });
  if (!json && !markdown) stdout.write(`${verdictWords(found)} → ${path}\n`);
}

/** A file that others write, too: it grows, and nothing in it is lost but an entry of the same version. */
async function growChangelog(
  { diff: found, version }: DiffResult,
  path: string,
  { cwd }: Terminal,
): Promise<void> {
  if (found === undefined || version === undefined) return;
  const { changelogWith } = await import("../diff/text/changelog.ts");
  const file = resolve(cwd, path);
  const before = existsSync(file) ? await readFile(file, "utf8") : undefined;
  const text = changelogWith(before, version, found);
  if (text !== before)
    await replaceFile(dirname(file), { path: basename(file), text });
}

async function printJson(
  { ok, diff: found, old, new: now, version }: DiffResult,
  code: Exit,
  { stdout }: Terminal,
): Promise<void> {
  const side = async ({ input, diagnostics, sources }: DiffSide) => ({
    input: shown(input),
    diagnostics: await renderJson(diagnostics, { sources, locator }),
  });
  const document = {
    ok,
    exit: code,
    old: await side(old),
    new: await side(now),
    version,
    ...found,
  };
  stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
