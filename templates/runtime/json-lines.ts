import { parse } from "./parse-item.js";
import type { Reader } from "./read.js";
import type { UnionShape } from "./shape.js";
import { linesOf, streamOf } from "./stream.js";

/** JSON Lines, one value on each; empty lines are none. */
export function jsonLines(shape?: UnionShape): Reader {
  return values(/\r\n|\n|\r/, shape);
}

/** JSON Text Sequences (RFC 7464): a record separator before each value. */
export function jsonSequence(shape?: UnionShape): Reader {
  return values(/\x1e/, shape);
}

function values(separator: RegExp, shape: UnionShape | undefined): Reader {
  return streamOf(async function* (chunks, undecodable) {
    for await (const text of linesOf(chunks, undecodable, separator)) {
      if (text.trim() === "") continue;
      yield parse(text, undecodable, (value) =>
        shape ? shape.tag(value) : value,
      );
    }
  });
}
