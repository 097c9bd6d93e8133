import { parse } from "./parse-item.js";
import type { Reader, Undecodable } from "./read.js";
import type { UnionShape } from "./shape.js";
import { bounded, linesOf, streamOf } from "./stream.js";

/** JSON Lines, one value on each; empty lines are none, and the last one needs no end. */
export function jsonLines(shape?: UnionShape): Reader {
  return values(async function* (chunks, undecodable) {
    yield yield* linesOf(chunks, undecodable);
  }, shape);
}

/** JSON Text Sequences (RFC 7464): a record separator before each value, and the end of a line behind it. */
export function jsonSequence(shape?: UnionShape): Reader {
  return values(recordsOf, shape);
}

function values(
  textsOf: (
    chunks: AsyncIterable<string>,
    undecodable: Undecodable,
  ) => AsyncGenerator<string, void, undefined>,
  shape: UnionShape | undefined,
): Reader {
  return streamOf(async function* (chunks, undecodable) {
    for await (const text of textsOf(chunks, undecodable)) {
      if (text.trim() === "") continue;
      yield parse(text, undecodable, (value) =>
        shape ? shape.tag(value) : value,
      );
    }
  });
}

/**
 * A value on one line comes when that line ends, a value on several when the next one begins. A number, a boolean or
 * `null` without white space behind it may have been cut short, as `12` of `123` (RFC 7464 §2.4), and is an error as
 * any other value that was.
 */
async function* recordsOf(
  chunks: AsyncIterable<string>,
  undecodable: Undecodable,
): AsyncGenerator<string, undefined> {
  let record = "";
  for await (const line of linesOf(closed(chunks), undecodable)) {
    const [more = "", ...begun] = line.split("\x1e");
    record = bounded(record + more, undecodable);
    for (const next of begun) {
      if (/\w$/.test(record)) throw undecodable(record);
      yield record;
      record = next;
    }
    record += "\n";
    if (begun.length > 0 && isWhole(record)) {
      yield record;
      record = "";
    }
  }
}

/** As if another value began where there is none: what stands before it is at its end. */
async function* closed(
  chunks: AsyncIterable<string>,
): AsyncGenerator<string, undefined> {
  for await (const chunk of chunks) yield chunk;
  yield "\x1e\n";
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
