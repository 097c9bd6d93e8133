import type { Operation } from "../../ir/openapi.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { pascal, singularLast, words } from "../names/words.ts";
import type { Inventory } from "./inventory.ts";

/**
 * What the operations that use an inline type have in common, as a prefix for its name; `undefined`
 * where only one operation uses it.
 */
export function scopeOf(
  type: TypeId,
  inventory: Inventory,
  operations: readonly Operation[],
): string | undefined {
  const users = inventory.operationsOf.get(inventory.same(type));
  if (users === undefined || users.size < 2) return undefined;
  return prefixOf([...users].flatMap((index) => operations[index] ?? []));
}

/** The tag that all of them have first, in the singular, or nothing. */
export function prefixOf(operations: readonly Operation[]): string {
  const tags = new Set(operations.map((operation) => operation.tags[0]));
  const [tag] = tags;
  return tags.size === 1 && tag !== undefined
    ? pascal(singularLast(words(tag)))
    : "";
}
