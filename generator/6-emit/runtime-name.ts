import type { Name } from "../ir/declaration-plan.ts";

/** What a module of templates/runtime exports: a function, or a constant. */
export const runtimeValue = (module: string, name: string): Name => ({
  name,
  module: `runtime/${module}`,
  typeOnly: false,
});

/** A type that a module of templates/runtime exports. */
export const runtimeType = (module: string, name: string): Name => ({
  ...runtimeValue(module, name),
  typeOnly: true,
});
