import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load, type LoadContext } from "../../generator/1-load/index.ts";
import {
  collect,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostic.ts";
import type { Json, Source } from "../../generator/ir/source.ts";

/** A folder with these files, and what a load in it reports. */
export async function folder(files: Readonly<Record<string, string | Buffer>>) {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  for (const [name, text] of Object.entries(files))
    await writeFile(join(cwd, name), text);
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const context: LoadContext = {
    cwd,
    report: collect(diagnostics),
    keep: (source) => sources.push(source),
  };
  return { cwd, context, diagnostics, sources };
}

export interface Read {
  readonly source: Source | undefined;
  readonly value: Json | undefined;
  readonly codes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly Source[];
}

/** Loads one file of this text. */
export async function read(
  text: string | Buffer,
  name = "api.yaml",
): Promise<Read> {
  const { context, diagnostics, sources } = await folder({ [name]: text });
  const source = await load(name, context);
  const codes = diagnostics.map(({ code }) => code);
  return { source, value: source?.value, codes, diagnostics, sources };
}

/** The line and column of an offset, counted from 1. */
export function lineAndColumn(text: string, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
