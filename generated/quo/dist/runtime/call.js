// Generated from the runtime of telltale. Do not edit.

/**
 * Starts the request and dresses its promise. `start` may ask whether the body is claimed once the
 * caller's turn is over. What is not `isOwn` is no failure of the call: a wrong argument, or an error of the caller's own
 * code.
 */
export function makeCall(start, isOwn) {
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
          if (!isOwn(error)) throw error;
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
