import { on } from "node:events";
import { getCompileCacheDir } from "node:module";
import { Worker, type ResourceLimits } from "node:worker_threads";
import type { EmitModules } from "../emit.ts";
import type { Edition, EmittedModule, ModulePlan } from "../module-plan.ts";

/** Modules that go to the thread together, and come back together. */
export interface Batch {
  readonly modules: readonly ModulePlan[];
  readonly edition: Edition;
}

export interface ThreadData {
  /** Whether this process keeps compiled code from run to run. */
  readonly compileCache: boolean;
}

/** A thread that prints modules, while this one lays out what came back. */
export interface EmitThread {
  /** Begins with some of the modules that {@link emitModules} is given later: the first ones, in the same edition. */
  begin(modules: readonly ModulePlan[], edition: Edition): void;
  readonly emitModules: EmitModules;
  /** Ends it, whatever it is at. */
  stop(): Promise<unknown>;
}

const batchSize = 16;

/** Little of what printing allocates lives on: room for it to pile up would only take memory. */
const resourceLimits: ResourceLimits = { maxYoungGenerationSizeMb: 12 };

/**
 * Starts a thread, which imports ts-morph while this one is still busy with the description. One only: a
 * second would import it again, which takes as long and as much memory as it saves.
 */
export function startEmitThread(): EmitThread {
  // The compiler runs from its sources as well as built.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const url = new URL(`./print-modules.${extension}`, import.meta.url);
  const workerData: ThreadData = {
    compileCache: getCompileCacheDir?.() !== undefined,
  };
  const worker = new Worker(url, { workerData, resourceLimits });
  // Listens from the start: what fails before it is asked for anything must not go unheard.
  const replies = on(worker, "message", { close: ["exit"] });
  let begun = 0;
  const begin: EmitThread["begin"] = (modules, edition) => {
    for (const batch of inBatches(modules))
      worker.postMessage({ modules: batch, edition } satisfies Batch);
    begun += modules.length;
  };
  return {
    begin,
    async *emitModules(modules, edition) {
      begin(modules.slice(begun), edition);
      for (let left = modules.length; left > 0;) {
        const { value, done } = await replies.next();
        if (done) throw new Error("internal: the thread ended before its work");
        const [emitted] = value as [readonly EmittedModule[]];
        left -= emitted.length;
        yield* emitted;
      }
    },
    stop: () => worker.terminate(),
  };
}

const inBatches = (
  modules: readonly ModulePlan[],
): readonly (readonly ModulePlan[])[] =>
  Array.from({ length: Math.ceil(modules.length / batchSize) }, (_, index) =>
    modules.slice(index * batchSize, (index + 1) * batchSize),
  );
