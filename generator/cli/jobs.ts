import { shown } from "../1-load/fetch-text.ts";
import type { GenerateCall } from "../generate.ts";
import type { ClientConfig } from "../options.ts";
import { configNames, inputOptions, type InputFlags } from "./input-options.ts";
import { loadConfig, type ReadConfig } from "../config/load-config.ts";
import { chooseClients, refuseSharedFolders } from "./config-jobs.ts";
import { UsageError } from "../config/usage-error.ts";
import { type Terminal } from "./terminal.ts";

/** The options of `telltale generate`. */
export interface Flags extends InputFlags {
  readonly output?: string;
  readonly check?: true;
  readonly watch?: true;
  readonly overwrite?: true;
  readonly client?: readonly string[];
  readonly dryRun?: true;
  readonly package?: string;
  readonly config?: string;
  readonly json?: true;
  readonly verbose?: true;
}

/** One client to be generated. */
export interface Job {
  readonly name: string;
  readonly input: string;
  readonly call: GenerateCall;
}

export interface Jobs {
  readonly jobs: readonly Job[];
  /** The config that they are from, as an absolute path. */
  readonly config: string | undefined;
}

/** The input named, or every client of the config. */
export async function readJobs(
  input: string | undefined,
  flags: Flags,
  terminal: Terminal,
  read?: ReadConfig,
): Promise<Jobs> {
  return input === undefined
    ? readConfig(flags, terminal, read)
    : { jobs: [readInput(input, flags, terminal)], config: undefined };
}

function readInput(input: string, flags: Flags, { cwd }: Terminal): Job {
  if (flags.config !== undefined) {
    throw new UsageError(
      "--config and an input exclude each other",
      "leave out one of them",
    );
  }
  if (flags.client !== undefined) {
    throw new UsageError(
      "--client chooses among the clients of a config, and an input is named",
      "leave out one of them",
    );
  }
  if (flags.output === undefined && flags.dryRun === undefined) {
    throw new UsageError(
      "no output folder is named",
      `telltale generate ${input} -o src/api`,
    );
  }
  const call = {
    cwd,
    ...settingsOf(flags),
    ...(flags.output === undefined ? {} : { output: flags.output }),
    ...(flags.package === undefined ? {} : { package: flags.package }),
    ...inputOptions(input, flags),
  };
  return { name: flags.output ?? shown(input), input, call };
}

async function readConfig(
  flags: Flags,
  { cwd }: Terminal,
  read?: ReadConfig,
): Promise<Jobs> {
  refuseInputFlags(flags, "generated");
  const { config, path, folder } = await loadConfig(cwd, flags.config, read);
  const jobs = Object.entries(config.clients).map(
    ([name, { input, ...options }]: [string, ClientConfig]) => ({
      name,
      input,
      call: { ...options, cwd: folder, ...settingsOf(flags) },
    }),
  );
  refuseSharedFolders(jobs, folder);
  return { jobs: chooseClients(jobs, flags.client), config: path };
}

const ownNames = {
  output: ["--output", "output"],
  package: ["--package", "package"],
} as const;

/** Flags that are about one input, where the clients of the config are what is worked on. */
export function refuseInputFlags(flags: Flags, done: string): void {
  const names = { ...ownNames, ...configNames };
  const given = (Object.keys(names) as (keyof typeof names)[]).find(
    (key) => flags[key] !== undefined,
  );
  if (given === undefined) return;
  const [flag, option] = names[given];
  throw new UsageError(
    `${flag} is for one input; without one, the clients of telltale.config.ts are ${done}`,
    `name the description before ${flag}, or set ${option} in the config`,
  );
}

/** What was only chosen is not in the lock file: who wants to see it has it compiled. */
const settingsOf = (flags: Flags) => ({
  write: modeOf(flags),
  overwrite: flags.overwrite === true,
  incremental: flags.verbose !== true,
});

export const modeOf = ({ check, dryRun }: Flags): true | "check" | "dry-run" =>
  check ? "check" : dryRun ? "dry-run" : true;
