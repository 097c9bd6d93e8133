import type { ClientPlan } from "../ir/client-plan.ts";
import type { EmittedFile } from "../ir/emitted-file.ts";
import {
  modulePlans,
  type Edition,
  type EmittedModule,
  type ModulePlan,
} from "./module-plan.ts";
import { runtimeFiles } from "./runtime-files.ts";

/** Prints modules, here or in other threads, and gives them back in their order, as they come. */
export type EmitModules = (
  modules: readonly ModulePlan[],
  edition: Edition,
) => AsyncIterable<EmittedModule>;

/**
 * 6-emit
 * Before: a plan in which everything has its name and its file. After: TypeScript, printed by ts-morph
 * from whole structures, its layout still to be done. A fault in the description is past: there is
 * nothing to report here.
 */
export async function* emit(
  plan: ClientPlan,
  extension: string,
  emitModules: EmitModules = emitHere,
): AsyncGenerator<EmittedFile> {
  const used = new Set<string>();
  const edition = { origin: plan.origin, extension };
  for await (const module of emitModules(modulePlans(plan), edition)) {
    const { path, text, uses } = module;
    uses.forEach((name) => used.add(name));
    yield { path, text };
  }
  yield* runtimeFiles(used, extension);
}

/** ts-morph is imported only now: where other threads print, this one has no use for it. */
async function* emitHere(
  modules: readonly ModulePlan[],
  edition: Edition,
): AsyncGenerator<EmittedModule> {
  const { emitModule } = await import("./emit-module.ts");
  for (const module of modules) yield emitModule(module, edition);
}
