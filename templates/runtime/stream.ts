import { mediaType, type Reader, type Undecodable } from "./read.js";
import { stoppable } from "./stoppable.js";

/** What a stream says of the request that resumes it, as far as it was read, beside the values that it gave (HTML §9.2.6). */
export interface Heard {
  /** Of the last block of an event stream that is complete, whether it had data or not. */
  id?: string | undefined;
  /** Milliseconds, of the last line that says so. */
  retry?: number | undefined;
  /** By 204 a server says that nothing will come any more (HTML §9.2.3). */
  readonly isOver?: boolean;
}

/**
 * A reader of one value after another, as they arrive. What it gives can be read once, reads nothing
 * before it is asked, and lets go of the connection when the loop over it ends, however it ends: a
 * `return()` does not wait for the value that is under way. `~heard` is for `resumeEvents`.
 *
 * @param refused media types that are certainly something else
 */
export function streamOf(
  values: (
    chunks: AsyncIterable<string>,
    undecodable: Undecodable,
    heard: Heard,
  ) => AsyncGenerator<unknown, void, undefined>,
  refused: RegExp = /html/i,
): Reader {
  return async (response, undecodable, broken) => {
    if (refused.test(mediaType(response)))
      throw undecodable(await response.text());
    const reader = response.body?.getReader();
    const heard: Heard = { isOver: response.status === 204 };
    const steps = stoppable(undefined, (stopped) => {
      stopped.addEventListener("abort", () => letGo(reader));
      return values(
        chunks(stopped, reader, broken),
        (...why) => broken(undecodable(...why)),
        heard,
      );
    });
    return { [Symbol.asyncIterator]: () => steps, "~heard": heard };
  };
}

/** A stream without values, of an answer without content. */
export const noItems: Reader = /* @__PURE__ */ streamOf(
  async function* () {},
  /(?!)/,
);

async function* chunks(
  stopped: AbortSignal,
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  broken: (error: unknown) => Error,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const chunk = await reader?.read();
      stopped.throwIfAborted();
      yield decoder.decode(chunk?.value, { stream: chunk?.done === false });
      if (chunk?.done !== false) return;
    }
  } catch (error) {
    throw broken(error);
  } finally {
    letGo(reader);
  }
}

/** Ends a read that is under way, too. */
function letGo(reader: ReadableStreamDefaultReader | undefined): void {
  reader?.cancel().catch(() => {});
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
 *
 * @returns the beginning of one that has no end
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  undecodable: Undecodable,
): AsyncGenerator<string, string> {
  let line = "";
  let isCut = false;
  for await (const chunk of chunks) {
    // The end of a line, begun by the CR before it, which did not wait for it.
    const text = isCut ? chunk.replace(/^\n/, "") : chunk;
    if (chunk !== "") isCut = chunk.endsWith("\r");
    const [first = "", ...more] = text.split(/\r\n|\n|\r/);
    line = bounded(line + first, undecodable);
    for (const next of more) {
      yield line;
      line = next;
    }
  }
  return line;
}
