import { once } from "node:events";
import { getCompileCacheDir } from "node:module";
import { Worker } from "node:worker_threads";
import type { Job } from "../jobs.ts";
import { runClient, type Look, type Outcome } from "../run-client.ts";

export interface ClientThreadData {
  readonly look: Look;
  /** Whether this process keeps compiled code from run to run. */
  readonly compileCache: boolean;
}

export interface ClientThreads {
  /** Generates a client in a thread that is free. No more at a time than there are threads. */
  run(job: Job): Promise<Outcome>;
  stop(): Promise<unknown>;
}

/** Starts threads that each generate one client after the other. */
export function startClientThreads(count: number, look: Look): ClientThreads {
  // The compiler runs from its sources as well as built.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const url = new URL(`./run-jobs.${extension}`, import.meta.url);
  const compileCache = getCompileCacheDir?.() !== undefined;
  const workerData: ClientThreadData = { look, compileCache };
  const all = Array.from(
    { length: count },
    () => new Worker(url, { workerData }),
  );
  const free = [...all];
  return {
    async run(job) {
      const worker = free.pop();
      // What a config holds that is no data, a function, can go to no thread.
      if (worker === undefined || !isPlain(job)) {
        if (worker !== undefined) free.push(worker);
        return runClient(job, look);
      }
      const ended = new AbortController();
      const { signal } = ended;
      try {
        worker.postMessage(job);
        const [outcome] = (await Promise.race([
          once(worker, "message", { signal }),
          once(worker, "exit", { signal }).then(() => {
            throw new Error("internal: a thread ended before its work");
          }),
        ])) as [Outcome];
        free.push(worker);
        return outcome;
      } finally {
        ended.abort();
      }
    },
    stop: () => Promise.all(all.map((worker) => worker.terminate())),
  };
}

function isPlain(job: Job): boolean {
  try {
    structuredClone(job);
    return true;
  } catch {
    return false;
  }
}
