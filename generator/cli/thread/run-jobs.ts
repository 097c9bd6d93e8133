/** What a thread runs: it generates the clients that it is given, one after the other. */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "../jobs.ts";
import type { ClientThreadData } from "./client-threads.ts";

const { look, compileCache } = workerData as ClientThreadData;
if (compileCache) enableCompileCache?.();
const { runClient } = await import("../run-client.ts");
parentPort?.on("message", async (job: Job) => {
  parentPort?.postMessage(await runClient(job, look));
});
