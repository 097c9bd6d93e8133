import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { upToDate } from "../generate-into.ts";
import { inLanes } from "../util/in-lanes.ts";
import type { Job } from "./jobs.ts";
import { runClient, tell, type Look, type Outcome } from "./run-client.ts";

/**
 * Generates clients, and gives what became of each in the order of the jobs, as soon as it and all before it are done.
 * Those that are up to date are seen to be first; the others are shared out among threads, where that pays.
 */
export async function* runClients(
  jobs: readonly Job[],
  look: Look,
): AsyncGenerator<Outcome> {
  const pending: Job[] = [];
  const outcomes = jobs.map((job): Promise<Outcome> | undefined => {
    const found = findUpToDate(job);
    if (found !== undefined) return tell(job, found, look);
    pending.push(job);
    return undefined;
  });
  const threads = threadsFor(pending);
  if (threads < 2) {
    for (const [at, job] of jobs.entries())
      yield await (outcomes[at] ?? runClient(job, look));
    return;
  }
  const { startClientThreads } = await import("./thread/client-threads.ts");
  const pool = startClientThreads(threads, look);
  try {
    const work = new Map(
      pending.map((job) => [job, Promise.withResolvers<Outcome>()] as const),
    );
    const all = inLanes(threads, work, async ([job, { resolve }]) =>
      resolve(await pool.run(job)),
    );
    for (const [at, job] of jobs.entries()) {
      const outcome = outcomes[at] ?? work.get(job)?.promise;
      const first = await Promise.race([outcome, all.then(() => outcome)]);
      if (first !== undefined) yield first;
    }
  } finally {
    await pool.stop();
  }
}

function findUpToDate({ input, call }: Job) {
  const {
    cwd = process.cwd(),
    write,
    incremental,
    overwrite: _,
    ...options
  } = call;
  const { output } = options;
  return incremental && write !== false && output !== undefined
    ? upToDate(input, { ...options, cwd, output })
    : undefined;
}

/** Bytes of all descriptions together from which on a second thread saves more than it takes to start. */
const large = 2_000_000;

function threadsFor(jobs: readonly Job[]): number {
  const sizes = jobs.map(({ input, call: { cwd = "" } }) => {
    const found = statSync(resolve(cwd, input), { throwIfNoEntry: false });
    return found?.size ?? 0;
  });
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return bytes < large ? 1 : Math.min(availableParallelism(), jobs.length);
}
