import { resolve } from "node:path";
import { tsconfigOf } from "../7-write/import-extension.ts";
import type { Generated } from "../generate.ts";
import type { GenerateOptions } from "../options.ts";

/**
 * The files that a client depends on, absolute: those named, though the run may not have come to reading them, what
 * was read for it, and the tsconfig of its folder.
 */
export function watchedFiles(
  input: string,
  { inputs }: Pick<Generated, "inputs">,
  {
    cwd = process.cwd(),
    output,
    overlays = [],
  }: GenerateOptions & { readonly cwd?: string },
): readonly string[] {
  const named = [input, ...overlays].filter((path) => !isNoFile.test(path));
  const tsconfig =
    output === undefined ? undefined : tsconfigOf(resolve(cwd, output));
  const files = [...named.map((path) => resolve(cwd, path)), ...inputs];
  return [...new Set(tsconfig === undefined ? files : [...files, tsconfig])];
}

/** A URL, or standard input. */
const isNoFile = /^(https?:|-$)/i;
