// Generated from the runtime of telltale. Do not edit.

import type { ClientFeature } from "./feature.js";
/**
 * Gives each call of an operation that declares an idempotency key one of its own, unless the caller did,
 * so that it can be tried again: the key stays the same over attempts. Other operations get none, as a key
 * that the server ignores would only make the effect happen twice.
 *
 * @param create makes a key; default 128 random bits
 */
export declare function idempotencyKeys(create?: () => string): ClientFeature;
