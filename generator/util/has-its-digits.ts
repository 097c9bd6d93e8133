import type { Json } from "../ir/source.ts";

/**
 * Whether every number in a value prints with the digits that it was written with. An integer beyond 2^53 was rounded
 * when it was read, and what it prints as may be another (ECMA-262 §6.1.6.1).
 */
export function hasItsDigits(value: Json): boolean {
  if (typeof value === "number")
    return !Number.isInteger(value) || Number.isSafeInteger(value);
  return (
    typeof value !== "object" ||
    value === null ||
    Object.values(value).every(hasItsDigits)
  );
}
