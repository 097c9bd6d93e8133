import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";
import { findConfig, loadConfig } from "../config/load-config.ts";
import { UsageError } from "../config/usage-error.ts";
import { safeText } from "../diagnostics/safe-text.ts";
import {
  clientLine,
  clientName,
  configText,
  type NewClient,
} from "../init/config-text.ts";
import { addScript } from "../init/add-script.ts";
import { findDescriptions } from "../init/find-descriptions.ts";
import type { Config } from "../options.ts";
import { replaceFile } from "../7-write/index.ts";
import type { InitFlags } from "./init.ts";
import type { Terminal } from "./terminal.ts";

/** Writes what is not there yet, and says what is. */
export async function runInit(
  flags: InitFlags,
  terminal: Terminal,
): Promise<void> {
  const { cwd } = terminal;
  const say = (line: string) => terminal.stdout.write(`${line}\n`);
  const existing = findConfig(cwd);
  if (existing === undefined) {
    const client = await newClient(flags, terminal);
    await save(cwd, "telltale.config.ts", configText(client));
    say("telltale.config.ts: written");
  } else {
    for (const line of await onExisting(existing, flags, cwd)) say(line);
  }
  say(await addToManifest(cwd));
  if (!isInstalled(cwd))
    say("telltale is not installed here: npm install --save-dev telltale");
}

/** What flags and answers make of a client; without a terminal, flags have to say it. */
async function newClient(
  flags: InitFlags,
  { cwd, questions }: Terminal,
): Promise<NewClient> {
  const ask = flags.yes ? undefined : questions;
  const input = slashed(flags.input ?? (await chooseInput(cwd, flags, ask)));
  if (!/^https?:/i.test(input) && !existsSync(resolve(cwd, input))) {
    throw new UsageError(
      `${input} cannot be read: there is no such file`,
      "name the description from the working directory, or a URL",
    );
  }
  const output =
    flags.output ??
    (await ask?.text("Where shall the client go?", "src/api")) ??
    "src/api";
  return describe(flags, input, output);
}

const describe = (
  { name, package: named }: InitFlags,
  input: string,
  output: string,
): NewClient => ({
  name: name || clientName(input),
  input,
  output: slashed(output),
  ...(named && { package: named }),
});

const other = "another file, or a URL";

async function chooseInput(
  cwd: string,
  { yes }: InitFlags,
  ask: Terminal["questions"],
): Promise<string> {
  if (ask === undefined && !yes) {
    throw new UsageError(
      "there is no terminal to ask on, and no flag says what to compile",
      "telltale init --input openapi.yaml --output src/api, or --yes for the one description in this folder",
    );
  }
  const found = await findDescriptions(cwd);
  if (ask === undefined) {
    const [only, ...more] = found;
    if (only !== undefined && more.length === 0) return only;
    throw new UsageError(
      only === undefined
        ? "there is no description in this folder"
        : `there are several descriptions in this folder: ${found.slice(0, 10).join(", ")}`,
      "name one with --input",
    );
  }
  const chosen =
    found.length === 0
      ? other
      : await ask.choose("Which description?", [...found, other]);
  return chosen === other
    ? ask.text("Where is the description?", "openapi.yaml")
    : chosen;
}

/** A config is somebody's code by now: it is not edited, but what to add is said. */
async function onExisting(
  path: string,
  flags: InitFlags,
  cwd: string,
): Promise<readonly string[]> {
  const clients = await clientsOf(path, cwd);
  const names = Object.keys(clients).map(safeText).join(", ");
  const there = `${path}: there already${names && `, with ${names}`}`;
  if (flags.input === undefined) return [`${there}; not changed`];
  const input = slashed(flags.input);
  const client = describe(flags, input, flags.output ?? "src/api");
  const known = Object.entries(clients).find(
    ([name, other]) => name === client.name || other.input === input,
  );
  return known === undefined
    ? [
        `${there}; not changed. To add this client, put among its clients:`,
        `  ${safeText(clientLine(client))}`,
      ]
    : [`${there}; not changed, as ${safeText(known[0])} is this client`];
}

/** The clients of a config; none where it cannot be loaded, which generate explains. */
async function clientsOf(
  path: string,
  cwd: string,
): Promise<Config["clients"]> {
  try {
    const { config } = await loadConfig(cwd, path);
    return config.clients;
  } catch (error) {
    if (error instanceof UsageError) return {};
    throw error;
  }
}

/** Adds the script to package.json, and says what became of it. */
async function addToManifest(cwd: string): Promise<string> {
  const path = join(cwd, "package.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined)
    return "package.json: there is none; telltale generate generates the client";
  const result = addScript(text);
  switch (result.kind) {
    case "added":
      await save(cwd, "package.json", result.text);
      return "package.json: script added; npm run generate generates the client";
    case "present":
      return "package.json: script there already; npm run generate generates the client";
    case "other":
      return `package.json: not changed, as its script generate is ${safeText(result.command)}; telltale generate generates the client`;
    case "unreadable":
      return "package.json: not changed, as it cannot be read; telltale generate generates the client";
    default:
      return result satisfies never;
  }
}

const save = (cwd: string, path: string, text: string): Promise<void> =>
  replaceFile(cwd, { path, text });

/** Whether the config's `import … from "telltale"` leads somewhere. */
function isInstalled(cwd: string): boolean {
  try {
    createRequire(join(cwd, "telltale.config.ts")).resolve("telltale");
    return true;
  } catch {
    return false;
  }
}

const slashed = (path: string): string => path.split(sep).join("/");
