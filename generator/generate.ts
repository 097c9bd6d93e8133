import type { Recovered, Written } from "./7-write/index.ts";
import type { Compiled } from "./compile.ts";
import { isError } from "./diagnostics/diagnostic.ts";
import { generateInto } from "./generate-into.ts";
import type { Cause } from "./lock/causes.ts";
import { createInputRecord } from "./lock/inputs.ts";
import type { GenerateOptions } from "./options.ts";

export interface GenerateCall extends GenerateOptions {
  /** What paths are relative to. Default: the working directory. */
  readonly cwd?: string;
  /** `true` writes to `output`; `"check"` and `"dry-run"` compare with it only. Default: neither. */
  readonly write?: boolean | "check" | "dry-run";
  /** Writes over files that a person changed since telltale wrote them. Default: then nothing is written. */
  readonly overwrite?: boolean;
  /**
   * Compiles nothing where the lock file shows that the client is up to date: then `files` is empty, there is no
   * `summary`, and `skipped` says what the lock file knows. Default: always compiles.
   */
  readonly incremental?: boolean;
}

export interface Generated extends Compiled {
  /** Whether the description could be compiled and, if that was asked for, written. */
  readonly ok: boolean;
  /** What became of the files; `undefined` where they were not compared with a folder. */
  readonly output: Written | undefined;
  /** What changed since the lock file was written; nothing, where files were not compared with a folder. */
  readonly causes: readonly Cause[];
  /** The files that the client was made from, absolute. Those that are absent are among them. */
  readonly inputs: readonly string[];
  /** What was done about an earlier run that was cut short. */
  readonly recovered: Recovered | undefined;
  /** Warnings of the run that wrote the client, where there was nothing to do (`incremental`). */
  readonly skipped: { readonly warnings: number } | undefined;
}

/** Compiles one description. If it has an error, or a file is in the way, nothing is written. */
export async function generate(
  input: string,
  call: GenerateCall = {},
): Promise<Generated> {
  const { cwd = process.cwd(), write = false, ...rest } = call;
  const { overwrite = false, incremental = false, ...options } = rest;
  const { output } = options;
  if (write !== false && output !== undefined) {
    const mode = write === true ? "write" : write;
    const settings = { mode, overwrite, incremental } as const;
    return generateInto(input, { ...options, cwd, output }, settings);
  }
  const { compile } = await import("./compile.ts");
  const { record, files } = createInputRecord(cwd);
  const compiled = await compile(input, { ...options, cwd, record });
  return {
    ...compiled,
    ok: !compiled.diagnostics.some(isError),
    output: undefined,
    causes: [],
    inputs: [...files],
    recovered: undefined,
    skipped: undefined,
  };
}
