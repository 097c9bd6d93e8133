/** What the thread runs: it prints batches of modules in the order in which they come. */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Batch, ThreadData } from "./emit-thread.ts";
import { warmUp } from "./warm-up.ts";

if ((workerData as ThreadData).compileCache) enableCompileCache?.();
const { emitModule } = await import("../emit-module.ts");
let isAsked = false;
parentPort?.on("message", ({ modules, edition }: Batch) => {
  isAsked = true;
  parentPort?.postMessage(modules.map((module) => emitModule(module, edition)));
});
warmUp(emitModule, () => !isAsked);
