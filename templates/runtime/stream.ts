import { mediaType, type Reader, type Undecodable } from "./read.js";

/**
 * A reader of one value after another, as they arrive. What it gives can be read once, reads nothing
 * before it is asked, and lets go of the connection when the loop over it ends, however it ends.
 *
 * @param refused media types that are certainly something else
 */
export function streamOf(
  values: (
    chunks: AsyncIterable<string>,
    undecodable: Undecodable,
  ) => AsyncIterable<unknown>,
  refused: RegExp = /html/i,
): Reader {
  return async (response, undecodable, broken) => {
    if (refused.test(mediaType(response)))
      throw undecodable(await response.text());
    return values(chunks(response, broken), (...why) =>
      broken(undecodable(...why)),
    );
  };
}

async function* chunks(
  { body }: Response,
  broken: (error: unknown) => Error,
): AsyncGenerator<string, undefined> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const chunk = await reader?.read();
      yield decoder.decode(chunk?.value, { stream: chunk?.done === false });
      if (chunk?.done !== false) return;
    }
  } catch (error) {
    throw broken(error);
  } finally {
    reader?.cancel().catch(() => {});
  }
}

/** Characters that are kept until the end of a line, or of an event's data, is there. */
const longest = 2 ** 23;

/** @throws `undecodable` for a text that is longer: a server could go on without an end */
export function bounded(text: string, undecodable: Undecodable): string {
  if (text.length > longest) throw undecodable(text, "limit");
  return text;
}

/**
 * Lines, without what ends them: LF, CRLF or CR (HTML §9.2.5), though a chunk may end between the two.
 * The last one may have no end. With another separator, what stands between those.
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  undecodable: Undecodable,
  separator: RegExp = /\r\n|\n|\r/,
): AsyncGenerator<string, undefined> {
  let line = "";
  let held = "";
  for await (const chunk of chunks) {
    const text = held + chunk;
    held = text.endsWith("\r") ? "\r" : "";
    const [first = "", ...more] = text
      .slice(0, text.length - held.length)
      .split(separator);
    line = bounded(line + first, undecodable);
    for (const next of more) {
      yield line;
      line = next;
    }
  }
  if (line !== "" || held !== "") yield line;
}
