import { resolve } from "node:path";
import { generateClients, type Run } from "./generate-clients.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { PluginOptions } from "./options.ts";
import { stampOf } from "./stamp.ts";

/** Keeps the clients of a project as their descriptions are, for as long as a bundler runs. */
export interface Session {
  /**
   * Generates the clients, unless nothing that the last run read or wrote has changed since; then that
   * run's outcome still holds, and only its warnings are not said again. A URL is fetched once.
   */
  refresh(root: string): Promise<Run>;
  /** Whether a change of this file, an absolute path, may change a client. */
  isInput(path: string): boolean;
}

/** By how much, in milliseconds, the clock of a file system may lag behind that of the process. */
const lagMs = 20;

export function createSession(options: PluginOptions): Session {
  let root = process.cwd();
  let last: { readonly run: Run; readonly stamp: string } | undefined;
  const refresh = oneAtATime(async (): Promise<Run> => {
    if (last !== undefined) {
      const { text } = await stampOf(filesOf(last.run));
      if (text === last.stamp)
        return { ...last.run, warnings: [], changed: [] };
    }
    const startMs = Date.now();
    const run = keepInputs(await generateClients(root, options), last?.run);
    // A file that changed while it was being read may have been read as it was before.
    const { changedMs } = await stampOf(run.inputs);
    const isSure = changedMs < startMs - lagMs;
    const { text } = await stampOf(filesOf(run));
    last = { run, stamp: isSure ? text : "unsure" };
    return run;
  });
  return {
    refresh(folder) {
      root = folder;
      return refresh();
    },
    isInput: (path) => last?.run.inputs.includes(resolve(path)) ?? false,
  };
}

const filesOf = ({ inputs, outputs }: Run) => [...inputs, ...outputs];

/** A run that failed may not have come to every file whose change would mend it. */
const keepInputs = (run: Run, before: Run | undefined): Run =>
  run.faults.length === 0 || before === undefined
    ? run
    : { ...run, inputs: [...new Set([...run.inputs, ...before.inputs])] };
