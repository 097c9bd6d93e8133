import type { Json } from "../../ir/source.ts";
import { isArray, isObject } from "../json.ts";

/** Told where, inside the update, the spec forbids merging. */
export type Incompatible = (
  at: readonly string[],
  update: Json,
  target: Json,
) => void;

/**
 * Overlay 1.1 §4.4.3: maps are merged member by member, lists are concatenated (any other update of
 * a list is appended to it), plain values are replaced; every other combination is an error, which
 * leaves the target as it is. Neither argument is modified.
 */
export function mergeUpdate(
  target: Json,
  update: Json,
  incompatible: Incompatible,
): Json {
  if (isArray(target))
    return isArray(update) ? [...target, ...update] : [...target, update];
  return merge(target, update, [], incompatible);
}

function merge(
  target: Json,
  update: Json,
  at: readonly string[],
  incompatible: Incompatible,
): Json {
  if (isObject(target) && isObject(update)) {
    const members = new Map(Object.entries(target));
    for (const [key, value] of Object.entries(update)) {
      const known = members.get(key);
      members.set(
        key,
        known === undefined
          ? value
          : merge(known, value, [...at, key], incompatible),
      );
    }
    return Object.fromEntries(members);
  }
  if (isArray(target) && isArray(update)) return [...target, ...update];
  if (isPlain(target) && isPlain(update)) return update;
  incompatible(at, update, target);
  return target;
}

const isPlain = (value: Json): boolean =>
  typeof value !== "object" || value === null;
