import { resolve } from "node:path";
import type { Writing, Written } from "./7-write/index.ts";
import type { Compiled } from "./compile.ts";
import { collect, isError } from "./diagnostics/diagnostic.ts";
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
  const { output: name } = options;
  if (write === false || name === undefined) {
    const compiled = await compile(input, { ...options, cwd });
    const ok = !compiled.diagnostics.some(isError);
    return { ...compiled, ok, output: undefined };
  }
  const { startWriting } = await import("./7-write/index.ts");
  const mode = write === true ? "write" : write;
  const writing = startWriting(resolve(cwd, name), mode);
  try {
    // Files are prepared while others are still being printed.
    const onFile = writing.add;
    const compiled = await compile(input, { ...options, cwd, onFile });
    if (!compiled.diagnostics.some(isError))
      return await finish(compiled, writing, name);
    return { ...compiled, ok: false, output: undefined };
  } catch (error) {
    await writing.abandon();
    throw error;
  }
}

async function finish(
  compiled: Compiled,
  writing: Writing,
  name: string,
): Promise<Generated> {
  const diagnostics = [...compiled.diagnostics];
  const report = collect(diagnostics);
  try {
    const output = await writing.finish();
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
