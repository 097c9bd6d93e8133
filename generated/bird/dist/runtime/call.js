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
    if (it.ok) return it.data;
    throw new TypeError("response() has claimed the body");
  });
  return Object.assign(data, {
    result: () =>
      data.then(
        () => answer,
        (error) => {
          if (!isFailure(error)) throw error;
          const { response } = error;
          return {
            ok: false,
            error,
            response,
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
