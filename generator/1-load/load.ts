import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../ir/source.ts";
import { checkOpenapi } from "./check-openapi.ts";
import { findOpenapiBlocks } from "./docs-page.ts";
import type { TextFile } from "./decode-text.ts";
import type { InputHeaders } from "./fetch-text.ts";
import { parseDocument } from "./parse-document.ts";
import { readInput } from "./read-input.ts";
import type { RecordInput } from "./record-input.ts";

export interface LoadContext {
  /** What paths are relative to. */
  readonly cwd: string;
  readonly report: Report;
  /** Told of every file read, whether or not it can be parsed: diagnostics are rendered from its text. */
  readonly keep?: (source: Source) => void;
  /** Told of a text before it is parsed. */
  readonly onText?: ((text: string) => void) | undefined;
  readonly record?: RecordInput | undefined;
  /** Sent with requests for documents, to their own origin only. */
  readonly headers?: InputHeaders | undefined;
  /** What the input `-` is read from; the process's own where it is not given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/**
 * Reads one OpenAPI document, from a file, a URL or standard input: JSON, YAML, or the one document in a docs page.
 * Says what is wrong and returns `undefined` where there is none.
 */
export async function load(
  path: string,
  context: LoadContext,
): Promise<Source | undefined> {
  const file = await readInput(path, context);
  if (file === undefined) return undefined;
  const blocks = findOpenapiBlocks(file.text);
  const [first, second] = blocks ?? [];
  if (second !== undefined) {
    const origin = { source: file.id, pointer: "", offset: second.range[0] };
    context.keep?.(unparsed(file));
    context.report("load/several-openapi-blocks", origin, {
      count: blocks?.length ?? 0,
    });
    return undefined;
  }
  return parseOpenapi(
    file,
    blocks === undefined ? whole(file) : first?.range,
    context,
  );
}

/** Reads every OpenAPI document in a file: the blocks of a docs page, or the file itself. */
export async function loadPages(
  path: string,
  context: LoadContext,
): Promise<readonly Source[]> {
  const file = await readInput(path, context);
  if (file === undefined) return [];
  const blocks = findOpenapiBlocks(file.text);
  if (blocks === undefined)
    return some(await parseOpenapi(file, whole(file), context));
  const [first, ...others] = blocks;
  const found = [await parseOpenapi(file, first?.range, context)];
  for (const [i, { range }] of others.entries()) {
    // Each document needs an id of its own, as its diagnostics have pointers of its own.
    found.push(
      await parseOpenapi(
        { ...file, id: `${file.id}#${i + 2}` },
        range,
        context,
      ),
    );
  }
  return found.flatMap(some);
}

const some = <T>(value: T | undefined): readonly T[] =>
  value === undefined ? [] : [value];

async function parseOpenapi(
  file: TextFile,
  range: readonly [number, number] | undefined,
  context: LoadContext,
): Promise<Source | undefined> {
  if (range === undefined) {
    context.keep?.(unparsed(file));
    context.report(
      "load/no-openapi-block",
      { source: file.id, pointer: "" },
      {},
    );
    return undefined;
  }
  const source = await parseDocument(file, range, context);
  return source !== undefined && checkOpenapi(source, context.report)
    ? source
    : undefined;
}

const whole = (file: TextFile): readonly [number, number] => [
  0,
  file.text.length,
];

const unparsed = (file: TextFile): Source => ({
  ...file,
  format: "yaml",
  range: whole(file),
  value: null,
});
