import { once } from "node:events";
import { Worker } from "node:worker_threads";

export interface ConfigReply {
  /** The config and what it imports, packages aside. */
  readonly files: readonly string[];
  readonly value: unknown;
  /** Why there is no value. */
  readonly problem: string | undefined;
}

/** Imports a config in a thread of its own: this one would keep what it once imported. */
export async function readConfigAnew(absolute: string): Promise<ConfigReply> {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const url = new URL(`./config-thread.${extension}`, import.meta.url);
  const worker = new Worker(url, { workerData: absolute });
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const [reply] = (await Promise.race([
      once(worker, "message", { signal }),
      once(worker, "exit", { signal }).then(() => [silent]),
    ])) as [ConfigReply];
    return reply;
  } finally {
    ended.abort();
    await worker.terminate();
  }
}

/** As of `process.exit()`, or of an `await` of what never comes. */
const silent: ConfigReply = {
  files: [],
  value: undefined,
  problem: "it ends before it has exported anything",
};
