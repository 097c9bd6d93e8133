// Generated from the runtime of telltale. Do not edit.

import type { ClientFeature } from "./feature.js";
import { setHeader } from "./header.js";

/**
 * Gives each call of an operation that declares an idempotency key one of its own, unless the caller did,
 * so that it can be tried again: the key stays the same over attempts. Other operations get none, as a key
 * that the server ignores would only make the effect happen twice.
 *
 * @param create makes a key; default 128 random bits
 */
export function idempotencyKeys(
  create: () => string = randomKey,
): ClientFeature {
  return (attempt, next) => {
    const header = attempt.operation.repeat?.key;
    if (header !== undefined && !attempt.headers.get(header))
      setHeader(attempt.headers, header, create());
    return next(attempt);
  };
}

/** Not `randomUUID`: pages without TLS have none. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
