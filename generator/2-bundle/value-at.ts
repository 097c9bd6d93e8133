import { child } from "../diagnostics/origin.ts";
import type { Json } from "../ir/source.ts";
import type { Located } from "./bundle.ts";

/** Leads from a `$ref` on the way to what it names; `undefined` where it leads nowhere, or for too long. */
export type FollowOnTheWay = (written: Located) => Located | undefined;

/**
 * The value at these tokens (RFC 6901 §4). A pointer may lead through a `$ref`: the path item of
 * `#/paths/~1pets/get` may stand in another file.
 */
export function valueAt(
  document: Located,
  tokens: readonly string[],
  follow: FollowOnTheWay = () => undefined,
): Located | undefined {
  let at = document;
  for (const token of tokens) {
    const next = member(at, token) ?? memberBehind(at, token, follow);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

function memberBehind(
  at: Located,
  token: string,
  follow: FollowOnTheWay,
): Located | undefined {
  for (let target: Located | undefined = at; refersOn(target.value);) {
    target = follow(target);
    const found = target && member(target, token);
    if (target === undefined || found !== undefined) return found;
  }
  return undefined;
}

const refersOn = (value: Json): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.hasOwn(value, "$ref") &&
  typeof (value as { readonly [key: string]: Json })["$ref"] === "string";

function member(at: Located, token: string): Located | undefined {
  const { value } = at;
  if (
    typeof value !== "object" ||
    value === null ||
    !Object.hasOwn(value, token)
  )
    return undefined;
  if (Array.isArray(value) && !/^\d+$/.test(token)) return undefined;
  const found = (value as { readonly [key: string]: Json })[token];
  return found === undefined
    ? undefined
    : { value: found, origin: child(at.origin, token) };
}
