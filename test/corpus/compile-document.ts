import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compile, print, type EmittedFile } from "../../generator/compile.ts";
import { summarise } from "../../generator/summary.ts";
import { understand } from "../../generator/understand.ts";
import { folderName, type CorpusDocument } from "./documents.ts";
import { switchesOf } from "./switches.ts";
import { unionRows, type UnionRow } from "./unions.ts";

/** What the compiler made of one document. */
export interface DocumentRow {
  readonly path: string;
  readonly operations: number;
  /** `undefined` where the document does not compile; then a diagnostic says why. */
  readonly client: ClientRow | undefined;
  readonly diagnostics: Readonly<Record<string, number>>;
  /** Why there is no client. */
  readonly refused: string | undefined;
  /** What must not be, in words: an operation that nobody speaks of, a second run that differs. */
  readonly faults: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
}

export interface ClientRow {
  readonly emitted: number;
  /** Operations that a diagnostic names as left out. */
  readonly leftOut: number;
  readonly types: number;
  /** Of emitted text, the runtime not counted. */
  readonly lines: number;
  /** Of them, those of the largest file. */
  readonly largest: number;
  readonly unions: readonly UnionRow[];
  readonly switches: number;
}

/** Compiles a document twice, and writes its client and the switches over its unions below `output`. */
export async function compileDocument(
  { path, operations }: CorpusDocument,
  corpus: string,
  output: string,
): Promise<DocumentRow> {
  const started = performance.now();
  const { made, diagnostics } = await understand(path, { cwd: corpus });
  const files = made === undefined ? [] : await print(made.client, {});
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const row = {
    path,
    operations,
    diagnostics: count(diagnostics.map(({ code }) => code)),
    seconds,
    megabytes,
  };
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (made === undefined || error !== undefined)
    return {
      ...row,
      client: undefined,
      refused: `${error?.code}: ${error?.message}`,
      faults: error === undefined ? ["no client, and no error"] : [],
    };

  const summary = summarise(made.client, made.resolved);
  const again = await compile(path, { cwd: corpus });
  const name = folderName(path);
  await writeFiles(files, join(output, "clients", name));
  const switches = switchesOf(made, `../clients/${name}`);
  await mkdir(join(output, "switches"), { recursive: true });
  await writeFile(join(output, "switches", `${name}.ts`), switches.text);

  const messages = diagnostics.map(({ message }) => message);
  const leftOut = new Set(messages.flatMap((message) => omitted(message)));
  const sizes = linesOf(files);
  const client: ClientRow = {
    emitted: summary.operations,
    leftOut: leftOut.size,
    types: summary.types,
    lines: sizes.reduce((sum, each) => sum + each, 0),
    largest: Math.max(0, ...sizes),
    unions: unionRows(made),
    switches: switches.unions,
  };
  const faults = [
    ...(client.emitted + client.leftOut === operations
      ? []
      : [
          `${operations} operations, of which ${client.emitted} are emitted and ${client.leftOut} named as left out`,
        ]),
    ...(isEqual(files, again.files) ? [] : ["a second run gives other bytes"]),
    ...switches.undeclared.map(
      (pointer) => `${pointer}: a union with a tag, and no declaration of it`,
    ),
  ];
  return { ...row, client, refused: undefined, faults };
}

/** The operation that a diagnostic leaves out, if it does. */
const omitted = (message: string): readonly string[] =>
  /; (\w+) (?:is|are) left out$/.exec(message)?.slice(1) ?? [];

export function count(
  names: readonly string[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const linesOf = (files: readonly EmittedFile[]): readonly number[] =>
  files
    .filter(({ path }) => !path.startsWith("runtime/"))
    .map(({ text }) => text.split("\n").length - 1);

const isEqual = (
  left: readonly EmittedFile[],
  right: readonly EmittedFile[],
): boolean => JSON.stringify(left) === JSON.stringify(right);

async function writeFiles(
  files: readonly EmittedFile[],
  folder: string,
): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(folder, path))));
  for (const each of folders) await mkdir(each, { recursive: true });
  await Promise.all(
    files.map(({ path, text }) => writeFile(join(folder, path), text)),
  );
}
