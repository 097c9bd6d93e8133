import { resolve } from "node:path";
import type { WriteMode, Written } from "./7-write/index.ts";
import type { Compiled } from "./compile.ts";
import { collect, type Diagnostic } from "./diagnostics/diagnostic.ts";
import type { GenerateOptions } from "./options.ts";

export interface GenerateCall extends GenerateOptions {
  /** What paths are relative to. Default: the working directory. */
  readonly cwd?: string;
  /** `true` writes to `output`; `"check"` and `"dry-run"` compare with it only. Default: neither. */
  readonly write?: boolean | "check" | "dry-run";
}

export interface Generated extends Compiled {
  /** Whether the description could be compiled and, if that was asked for, written. */
  readonly ok: boolean;
  /** What became of the files; `undefined` where they were not compared with a folder. */
  readonly output: Written | undefined;
}

/** Compiles one description. If it has an error, or a foreign file is in the way, nothing is written. */
export async function generate(
  input: string,
  { cwd = process.cwd(), write = false, ...options }: GenerateCall = {},
): Promise<Generated> {
  const { compile } = await import("./compile.ts");
  const compiled = await compile(input, { ...options, cwd });
  if (compiled.diagnostics.some(isError))
    return { ...compiled, ok: false, output: undefined };
  if (write === false || options.output === undefined) {
    return { ...compiled, ok: true, output: undefined };
  }
  const mode = write === true ? "write" : write;
  return writeCompiled(
    compiled,
    resolve(cwd, options.output),
    options.output,
    mode,
  );
}

async function writeCompiled(
  compiled: Compiled,
  folder: string,
  name: string,
  mode: WriteMode,
): Promise<Generated> {
  const diagnostics = [...compiled.diagnostics];
  const report = collect(diagnostics);
  try {
    const { write } = await import("./7-write/index.ts");
    const output = await write(compiled.files, folder, mode);
    for (const path of output.foreign) {
      report(
        "write/foreign-file",
        { source: `${name}/${path}`, pointer: "" },
        { path },
      );
    }
    return {
      ...compiled,
      diagnostics,
      ok: output.foreign.length === 0,
      output,
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    report(
      "write/failed",
      { source: name, pointer: "" },
      { path: name, reason: code },
    );
    return { ...compiled, diagnostics, ok: false, output: undefined };
  }
}

export const isError = (diagnostic: Diagnostic): boolean =>
  diagnostic.severity === "error";
