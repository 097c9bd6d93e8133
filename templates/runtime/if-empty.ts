import type { Reader } from "./read.js";

/** What a reader reads, or `value` where no content came: an error keeps its status. */
export function ifEmpty(reader: Reader, value: null | undefined): Reader {
  return async (response, undecodable, broken) => {
    let isEmpty = false;
    try {
      return await reader(
        response,
        (text, reason) => {
          isEmpty = text.trim() === "";
          return undecodable(text, reason);
        },
        broken,
      );
    } catch (error) {
      if (isEmpty) return value;
      throw error;
    }
  };
}
