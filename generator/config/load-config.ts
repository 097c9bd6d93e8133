import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Config } from "../options.ts";
import { checkClient, configHelp, isRecord } from "./check-client.ts";
import { UsageError } from "./usage-error.ts";

const names = [".ts", ".mts", ".mjs", ".js"].map(
  (extension) => `telltale.config${extension}`,
);

export interface LoadedConfig {
  readonly config: Config;
  /** Absolute. */
  readonly path: string;
  /** The config's folder: its paths are relative to it. */
  readonly folder: string;
}

/** The name of the config in a folder; `undefined` where there is none. */
export const findConfig = (folder: string): string | undefined =>
  names.find((name) => existsSync(resolve(folder, name)));

/** Gives what a module exports by default. */
export type ReadConfig = (absolute: string) => Promise<unknown>;

/** Loads the config named, or the one in the working directory. Node runs TypeScript as it stands. */
export async function loadConfig(
  cwd: string,
  named: string | undefined,
  read: ReadConfig = importConfig,
): Promise<LoadedConfig> {
  const path = named ?? findConfig(cwd);
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
    config: checkConfig(await readDefault(absolute, path, read), path),
    path: absolute,
    folder: dirname(absolute),
  };
}

async function readDefault(
  absolute: string,
  path: string,
  read: ReadConfig,
): Promise<unknown> {
  try {
    return await read(absolute);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} fails: ${message}`, "correct the config");
  }
}

/** The config as it is now, though it may have been loaded before; what it imports is loaded once. */
async function importConfig(absolute: string): Promise<unknown> {
  const { mtimeMs } = statSync(absolute);
  const url = `${pathToFileURL(absolute).href}?changed=${mtimeMs}`;
  const module = (await import(url)) as { default?: unknown };
  return module.default;
}

/** Holds a config to its type; `path` is what it is called in what is said of it. */
export function checkConfig(config: unknown, path: string): Config {
  if (!isRecord(config) || !isRecord(config["clients"]))
    throw new UsageError(`${path} exports no clients by default`, configHelp);
  for (const [name, client] of Object.entries(config["clients"]))
    checkClient(client, name, path);
  return config as unknown as Config;
}
