// Generated from the runtime of telltale. Do not edit.

import { ApiError } from "./errors.js";
import { message, requestError } from "./failures.js";
import { discard, excerpt } from "./read.js";
import { readerOf } from "./responses.js";
/**
 * What a response means to the caller. `broken` makes an error of what ends a stream later on.
 *
 * @throws ApiError outside 2xx
 * @throws RequestError for an undocumented redirect, and for a body that is not as documented
 */
export async function receive(operation, response, claimed, broken) {
  const { ok, status } = response;
  const read = readerOf(operation.responses, status);
  if (!read) {
    discard(response);
    throw requestError(operation, "redirect", { response });
  }
  if (claimed && ok)
    return {
      ok: undefined,
      response,
    };
  const data = await read(
    response,
    (text, reason = "decode") =>
      requestError(operation, reason, {
        response,
        text: excerpt(text),
      }),
    broken,
  );
  if (ok)
    return {
      ok,
      data,
      response,
    };
  throw new ApiError(message(operation, status), status, data, response);
}
