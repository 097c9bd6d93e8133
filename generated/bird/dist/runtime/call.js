// Generated from the runtime of telltale. Do not edit.

import { isFailure } from "./errors.js";
/**
 * Starts the request and dresses its promise. `start` may ask whether the body is claimed once the
 * caller's turn is over.
 */
export function makeCall(start) {
  let claimed = false;
  const answer = start(() => claimed);
  const data = answer.then((it) => {
    if (it.claimed) throw new TypeError("response() has claimed the body");
    return it.data;
  });
  return Object.assign(data, {
    result: () =>
      Promise.all([data, answer]).then(
        ([data, { response }]) => ({
          ok: true,
          data,
          response,
        }),
        (error) => {
          if (!isFailure(error)) throw error;
          return {
            ok: false,
            error,
            response: error.response,
          };
        },
      ),
    response: () => {
      claimed = true;
      data.catch(() => {});
      return answer.then(({ response }) => response);
    },
  });
}
