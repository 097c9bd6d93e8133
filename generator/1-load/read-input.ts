import { decodeText, readBounded, type TextFile } from "./decode-text.ts";
import { fetchText, shown } from "./fetch-text.ts";
import type { LoadContext } from "./load.ts";
import { readText } from "./read-text.ts";

/** Hops from the URL that a person named to the document: a download page, a mirror, one more. */
const redirectLimit = 5;

/** Reads what a person named: a file, a URL, or `-` for standard input. */
export async function readInput(
  input: string,
  context: LoadContext,
): Promise<TextFile | undefined> {
  if (input === "-") return readStandardInput(context);
  if (!/^https?:\/\//i.test(input)) return readText(input, context);
  const file = await fetchText(input, { ...context, redirects: redirectLimit });
  return file && { ...file, id: shown(file.id) };
}

/** Its references start from the working directory, as those of a file there would. */
async function readStandardInput({
  report,
  record,
  stdin = process.stdin,
}: LoadContext): Promise<TextFile | undefined> {
  const bytes = await readBounded("stdin", stdin, report);
  if (bytes !== undefined) record?.({ url: "stdin" }, bytes);
  return bytes && decodeText("stdin", bytes, report);
}
