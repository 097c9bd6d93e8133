import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Source } from "./ir/source.ts";
import type { GenerateOptions } from "./options.ts";

/** One file to be written, its path relative to the output folder, `/` between folders. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

export interface Compiled {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, for rendering diagnostics. */
  readonly sources: readonly Source[];
  readonly summary: Summary;
}

/** What became of the description, in numbers. */
export interface Summary {
  readonly title: string;
  readonly version: string;
  readonly operations: number;
  readonly types: number;
  readonly unions: { readonly native: number; readonly tagged: number; readonly plain: number };
  readonly paginated: number;
}
