// Generated from the runtime of telltale. Do not edit.

import type { ClientFeature } from "./feature.js";
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
export declare function tokenRefresh(renew: () => unknown): ClientFeature;
