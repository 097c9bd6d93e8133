import { resolve } from "node:path";
import { checkConfig, findConfig, loadConfig } from "../config/load-config.ts";
import { UsageError } from "../config/usage-error.ts";
import { safeMessage } from "../diagnostics/safe-text.ts";
import { generate } from "../generate.ts";
import type { ClientConfig, Config } from "../options.ts";
import { faultsOf, fileOf, isUrl, warningOf, type Fault } from "./fault.ts";
import type { PluginOptions } from "./options.ts";

/** What became of the clients of a project. All paths are absolute. */
export interface Run {
  /** Why the build cannot go on; none, where every client is as its description says. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** What was read, and what was looked for: once one of these changes, all is to be done again. */
  readonly inputs: readonly string[];
  /** What the clients consist of. */
  readonly outputs: readonly string[];
  /** Those of the outputs that were not what they should be, and were written or deleted. */
  readonly changed: readonly string[];
}

/** Generates every client of a project, one after the other. A mistake in the config is a fault like any other. */
export async function generateClients(
  root: string,
  options: PluginOptions,
): Promise<Run> {
  const path = configOf(root, options);
  const inputs = path === undefined ? [] : [path];
  try {
    const { config, folder } = await load(root, options);
    const runs: Run[] = [];
    for (const [name, client] of Object.entries(config.clients))
      runs.push(await generateClient(name, client, folder));
    return {
      faults: runs.flatMap(({ faults }) => faults),
      warnings: runs.flatMap(({ warnings }) => warnings),
      inputs: unique([...inputs, ...runs.flatMap((run) => run.inputs)]),
      outputs: runs.flatMap(({ outputs }) => outputs),
      changed: runs.flatMap(({ changed }) => changed),
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = `${safeMessage(error.message)}\n  help: ${error.help}`;
    const fault = { message, ...(path !== undefined && { id: path }) };
    return { faults: [fault], warnings: [], inputs, outputs: [], changed: [] };
  }
}

/** Where the config is, or should be; `undefined` where the plugin itself was given the clients. */
function configOf(root: string, options: PluginOptions): string | undefined {
  if (options.clients !== undefined) return undefined;
  const { config = findConfig(root) ?? "telltale.config.ts" } = options;
  return resolve(root, config);
}

async function load(
  root: string,
  options: PluginOptions,
): Promise<{ readonly config: Config; readonly folder: string }> {
  const unknown = Object.keys(options).find(
    (key) => key !== "config" && key !== "clients",
  );
  if (unknown !== undefined) {
    throw new UsageError(
      `telltale() has an unknown option ${unknown}`,
      "options are config or clients; what is said of a client stands in it",
    );
  }
  if (options.clients !== undefined)
    return { config: checkConfig(options, "telltale()"), folder: root };
  if (options.config === undefined && findConfig(root) === undefined) {
    throw new UsageError(
      `there is no telltale.config.ts in ${root}`,
      'write one, as telltale init does, or name one: telltale({ config: "…" })',
    );
  }
  return loadConfig(root, options.config);
}

async function generateClient(
  name: string,
  { input, ...options }: ClientConfig,
  cwd: string,
): Promise<Run> {
  const generated = await generate(input, { ...options, cwd, write: true });
  const { diagnostics, sources, files, output } = generated;
  const warning = warningOf(name, { diagnostics });
  const named = [input, ...(options.overlays ?? [])];
  const read = [...named, ...sources.map(({ id }) => id)];
  const inOutput = (path: string) => resolve(cwd, options.output, path);
  return {
    faults: await faultsOf({ diagnostics, sources, cwd }),
    warnings: warning === undefined ? [] : [warning],
    inputs: read.map((id) => fileOf(id, cwd)).filter((path) => !isUrl(path)),
    outputs: files.map(({ path }) => inOutput(path)),
    changed: [...(output?.written ?? []), ...(output?.deleted ?? [])].map(
      inOutput,
    ),
  };
}

const unique = (paths: readonly string[]) => [...new Set(paths)];
