import { resolve } from "node:path";
import { tsconfigOf } from "../7-write/import-extension.ts";
import type { Generated } from "../generate.ts";
import type { GenerateOptions } from "../options.ts";

/** The files that a client depends on, absolute: what was read for it, and the tsconfig of its folder. */
export function watchedFiles(
  { inputs }: Generated,
  { cwd = process.cwd(), output }: GenerateOptions & { readonly cwd?: string },
): readonly string[] {
  const tsconfig =
    output === undefined ? undefined : tsconfigOf(resolve(cwd, output));
  return tsconfig === undefined ? inputs : [...inputs, tsconfig];
}
