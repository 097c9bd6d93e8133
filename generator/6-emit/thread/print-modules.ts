/** What the thread runs: it prints batches of modules in the order in which they come. */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Batch, ThreadData } from "./emit-thread.ts";

if ((workerData as ThreadData).compileCache) enableCompileCache?.();
const { emitModule } = await import("../emit-module.ts");
parentPort?.on("message", ({ modules, edition }: Batch) => {
  parentPort?.postMessage(modules.map((module) => emitModule(module, edition)));
});
