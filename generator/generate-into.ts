import { resolve } from "node:path";
import { importsOf } from "./7-write/import-extension.ts";
import { isUntidy, tidy } from "./7-write/staging/tidy.ts";
import type { WriteOptions, Writing, Written } from "./7-write/index.ts";
import { collect, isError, type Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Generated } from "./generate.ts";
import { causesOf } from "./lock/causes.ts";
import { identity } from "./lock/identity.ts";
import { createInputRecord } from "./lock/inputs.ts";
import type { Lock } from "./lock/lock.ts";
import { optionsHash } from "./lock/options-hash.ts";
import { readLock } from "./lock/read-lock.ts";
import { isUpToDate } from "./lock/up-to-date.ts";
import type { GenerateOptions } from "./options.ts";
import { reportFailure, reportInTheWay } from "./report-written.ts";

type Into = GenerateOptions & { readonly cwd: string; readonly output: string };

interface Settings extends WriteOptions {
  readonly incremental: boolean;
}

/** One run: the client, and the folder that it is compared with. */
interface Run {
  readonly input: string;
  readonly options: Into;
  readonly settings: Settings;
  readonly folder: string;
  readonly lock: Lock | undefined;
}

/** Compiles one description and compares it with its folder, or writes it there. Nothing, where the lock file spares it. */
export async function generateInto(
  input: string,
  options: Into,
  settings: Settings,
): Promise<Generated> {
  const folder = resolve(options.cwd, options.output);
  const diagnostics: Diagnostic[] = [];
  const recovered = await tidy(folder).catch((error: unknown) =>
    reportFailure(error, options.output, collect(diagnostics)),
  );
  if (diagnostics.length > 0) return { ...nothing, diagnostics };
  const lock = readLock(folder);
  const run: Run = { input, options, settings, folder, lock };
  return { ...(skip(run) ?? (await compileInto(run))), recovered };
}

const nothing: Generated = {
  ok: false,
  files: [],
  summary: undefined,
  imports: undefined,
  tags: new Map(),
  diagnostics: [],
  sources: [],
  output: undefined,
  causes: [],
  inputs: [],
  recovered: undefined,
  skipped: undefined,
};

/** The client as its lock file has it, if that shows it to be up to date; nothing is brought in order or compiled. */
export function upToDate(input: string, options: Into): Generated | undefined {
  const folder = resolve(options.cwd, options.output);
  if (isUntidy(folder)) return undefined;
  const settings = { mode: "check", incremental: true } as const;
  return skip({ input, options, settings, folder, lock: readLock(folder) });
}

/** Where the lock file shows that nothing changed, there is nothing to compile. */
function skip(run: Run): Generated | undefined {
  const { lock, options, folder, settings } = run;
  if (lock === undefined || !settings.incremental) return undefined;
  const { extension: imports } = importsOf(options);
  const now = { options: optionsNow(run, lock.tags), imports };
  if (!isUpToDate(lock, now, { folder, cwd: options.cwd })) return undefined;
  const { warnings, tags, inputs, files } = lock;
  return {
    ...nothing,
    ok: true,
    tags,
    output: { ...unchanged, unchanged: [...files.keys()] },
    inputs: [...inputs.keys()].map((place) => resolve(folder, place)),
    skipped: { warnings },
  };
}

const unchanged: Written = {
  written: [],
  missing: [],
  unchanged: [],
  deleted: [],
  foreign: [],
  edited: [],
  untold: [],
};

/** Where on a machine it runs is no option. */
const optionsNow = (
  { input, options: { cwd, ...options } }: Run,
  tags: Lock["tags"],
): string => optionsHash(input, options, { cwd, tags });

async function compileInto(run: Run): Promise<Generated> {
  const { input, options, settings, folder, lock } = run;
  const { compile } = await import("./compile.ts");
  const { startWriting } = await import("./7-write/index.ts");
  const { record, inputs, files } = createInputRecord(folder);
  const writing = startWriting(folder, settings);
  try {
    // Files are prepared while others are still being printed.
    const onFile = writing.add;
    const pinnedTags = lock?.tags;
    const more = { record, onFile, pinnedTags };
    const compiled = await compile(input, { ...options, ...more });
    const made = { ...nothing, ...compiled, inputs: [...files] };
    if (!compiled.diagnostics.some(isError))
      return await finish(run, made, inputs, writing);
    await writing.abandon();
    return made;
  } catch (error) {
    await writing.abandon().catch(() => {});
    throw error;
  }
}

async function finish(
  run: Run,
  made: Generated,
  inputs: Lock["inputs"],
  writing: Writing,
): Promise<Generated> {
  const { options, settings, folder, lock } = run;
  const diagnostics = [...made.diagnostics];
  const report = collect(diagnostics);
  const about = {
    telltale: identity().name,
    options: optionsNow(run, made.tags),
    imports: made.imports?.extension,
    warnings: diagnostics.filter(isWarning).length,
    inputs,
    tags: made.tags,
  };
  try {
    const output = await writing.finish(about);
    reportInTheWay(output, options.output, settings.mode, report);
    // Tags follow from the description: they are no option that somebody changed.
    const now = { ...about, options: optionsNow(run, lock?.tags ?? new Map()) };
    const causes = causesOf(lock, now, { folder, cwd: options.cwd });
    const ok = !diagnostics.some(isError);
    return { ...made, diagnostics, ok, output, causes };
  } catch (error) {
    reportFailure(error, options.output, report);
    return { ...made, diagnostics };
  }
}

const isWarning = ({ severity }: Diagnostic): boolean => severity === "warning";
