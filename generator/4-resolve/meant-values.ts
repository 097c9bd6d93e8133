import type { JsonType } from "../ir/schema-graph.ts";
import type { Scalar } from "../ir/type-graph.ts";

export function fits(value: Scalar, allowed: readonly JsonType[]): boolean {
  if (typeof value !== "number")
    return allowed.includes(typeof value as JsonType);
  return (
    allowed.includes("number") ||
    (allowed.includes("integer") && Number.isInteger(value))
  );
}

/**
 * What authors mean by values that are not of the type that they declare: YAML reads `true` and `1` without quotes as no
 * texts, and generators quote all that they write. Values that cannot be meant so are left out.
 */
export function meantValues(
  values: readonly Scalar[],
  allowed: readonly JsonType[],
): readonly Scalar[] {
  const numbers = values.filter((value) => typeof value === "number");
  // `1.0` beside `1.1`, or more digits than a number has: what was written is not known any more.
  const isKnown =
    numbers.every((value) => Number.isSafeInteger(value)) ||
    !numbers.some((value) => Number.isInteger(value));
  return values.flatMap((value): Scalar | readonly Scalar[] => {
    if (fits(value, allowed)) return value;
    if (typeof value === "string") return meantByText(value, allowed);
    return allowed.includes("string") && (typeof value === "boolean" || isKnown)
      ? String(value)
      : [];
  });
}

/** The number or boolean that a text is, as JSON writes it (RFC 8259 §3, §6), unless it is too large for a number. */
function meantByText(
  text: string,
  allowed: readonly JsonType[],
): Scalar | readonly Scalar[] {
  if (/^(?:true|false)$/.test(text) && fits(true, allowed))
    return text === "true";
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
  const value = Number(text);
  const isHeld = Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return isNumber && isHeld && fits(value, allowed) ? value : [];
}
