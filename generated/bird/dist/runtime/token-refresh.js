// Generated from the runtime of telltale. Do not edit.

import { discard } from "./read.js";
/**
 * Where an answer is 401 (RFC 9110 §15.5.2), has credentials renewed and asks once more. However many calls
 * fail at once, they share one renewal; a call whose answer comes after it just asks again. Credentials
 * are asked for again then, so they should be providers:
 *
 * ```ts
 * let token = await signIn();
 * const client = createClient({
 *   oauth: () => token,
 *   use: [tokenRefresh(async () => { token = await signIn(); })],
 * });
 * ```
 *
 * What `renew` throws ends the calls that wait for it, as it is, and those that were under way. It must not wait for a call of the same
 * client. Once no call waits for it any longer, the next 401 does not either: it begins another. A body that is a stream cannot be sent again: there the 401 stays, and so does one of who got no credentials,
 * as a redirect led there.
 */
export function tokenRefresh(renew) {
  let renewals = 0;
  let pending;
  let last;
  const over = (renewal) => {
    if (pending === renewal) pending = undefined;
  };
  const begin = () => {
    const done = Promise.resolve()
      .then(renew)
      .finally(() => {
        renewals++;
        over(renewal);
      });
    const renewal = {
      done,
      waiting: 0,
    };
    return renewal;
  };
  /** Waits for a renewal, until the call is over. */
  const join = async (renewal, signal) => {
    const leave = () => {
      if (--renewal.waiting === 0) over(renewal);
    };
    renewal.waiting++;
    signal?.addEventListener("abort", leave);
    try {
      await renewal.done;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
    signal?.throwIfAborted();
  };
  return async (attempt, next) => {
    const before = renewals;
    let { security } = attempt;
    const response = await next({
      ...attempt,
      answered(last) {
        ({ security } = last);
        attempt.answered?.(last);
      },
    });
    if (response.status !== 401 || !security || attempt.init.duplex)
      return response;
    discard(response);
    attempt.signal?.throwIfAborted();
    if (renewals === before) last = pending ??= begin();
    if (last) await join(last, attempt.signal);
    return next(attempt);
  };
}
