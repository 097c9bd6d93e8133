import { json, type Reader } from "./read.js";

/**
 * JSON of which the description says nothing: it may be none, as many servers answer that document JSON and
 * no schema. Then it is `undefined`, and an error keeps its status.
 */
export const jsonOrNothing: Reader = async (response, undecodable, broken) => {
  let isEmpty = false;
  try {
    return await json(
      response,
      (text, reason) => {
        isEmpty = text.trim() === "";
        return undecodable(text, reason);
      },
      broken,
    );
  } catch (error) {
    if (isEmpty) return undefined;
    throw error;
  }
};
