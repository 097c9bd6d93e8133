import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Config } from "../options.ts";
import { UsageError } from "./terminal.ts";

const names = [".ts", ".mts", ".mjs", ".js"].map(
  (extension) => `telltale.config${extension}`,
);

export interface LoadedConfig {
  readonly config: Config;
  /** The config's folder: its paths are relative to it. */
  readonly folder: string;
}

/** Loads the config named, or the one in the working directory. Node runs TypeScript as it stands. */
export async function loadConfig(
  cwd: string,
  named: string | undefined,
): Promise<LoadedConfig> {
  const path = named ?? names.find((name) => existsSync(resolve(cwd, name)));
  if (path === undefined) {
    throw new UsageError(
      "there is nothing to work on: no input, and no telltale.config.ts in the working directory",
      "name a description, as in telltale generate openapi.yaml -o src/api, or write a config",
    );
  }
  const absolute = resolve(cwd, path);
  if (!existsSync(absolute)) {
    throw new UsageError(
      `${path} cannot be read: there is no such file`,
      "check --config",
    );
  }
  return {
    config: checkConfig(await importConfig(absolute, path), path),
    folder: dirname(absolute),
  };
}

async function importConfig(absolute: string, path: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(absolute).href)) as {
      default?: unknown;
    };
    return module.default;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} fails: ${message}`, "correct the config");
  }
}

/** JavaScript configs have no types to hold them, and a misspelt option must not pass in silence. */
function checkConfig(config: unknown, path: string): Config {
  const help =
    'export default defineConfig({ clients: { acme: { input: "…", output: "…" } } })';
  if (!isRecord(config) || !isRecord(config["clients"])) {
    throw new UsageError(`${path} exports no clients by default`, help);
  }
  for (const [name, client] of Object.entries(config["clients"])) {
    if (!isRecord(client))
      throw new UsageError(`client ${name} in ${path} is not an object`, help);
    for (const key of ["input", "output"]) {
      if (typeof client[key] === "string") continue;
      throw new UsageError(`client ${name} in ${path} has no ${key}`, help);
    }
    const unknown = Object.keys(client).find(
      (key) => !Object.hasOwn(known, key),
    );
    if (unknown !== undefined) {
      const options = Object.keys(known).join(", ");
      throw new UsageError(
        `client ${name} in ${path} has an unknown option ${unknown}`,
        `options are ${options}`,
      );
    }
  }
  return config as unknown as Config;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every option of a client; the type holds this list to `ClientConfig`. */
const known: Readonly<Record<keyof Config["clients"][string], true>> = {
  input: true,
  output: true,
  package: true,
  overlays: true,
  allowRefs: true,
  rename: true,
  unions: true,
  enums: true,
  importExtension: true,
};
