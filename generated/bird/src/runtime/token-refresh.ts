// Generated from the runtime of telltale. Do not edit.

import type { ClientFeature } from "./feature.js";
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
 * What `renew` throws ends the calls that wait for it, as it is. It must not wait for a call of the same
 * client. A body that is a stream cannot be sent again: there the 401 stays.
 */
export function tokenRefresh(renew: () => unknown): ClientFeature {
  let renewals = 0;
  let pending: Promise<void> | undefined;
  const renewOnce = (): Promise<void> =>
    Promise.resolve()
      .then(renew)
      .then(() => {
        renewals++;
      })
      .finally(() => {
        pending = undefined;
      });
  return async (attempt, next) => {
    const before = renewals;
    const response = await next(attempt);
    if (response.status !== 401 || !attempt.security || attempt.init.duplex)
      return response;
    discard(response);
    if (renewals === before) await (pending ??= renewOnce());
    return next(attempt);
  };
}
