import type { Exchange } from "../../ir/openapi.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { pascal, singularLast, words } from "../names/words.ts";
import type { Inventory } from "./inventory.ts";

/**
 * What the exchanges that use an inline type have in common, as a prefix for its name; `undefined`
 * where only one uses it.
 */
export function scopeOf(
  type: TypeId,
  inventory: Inventory,
  exchanges: readonly Exchange[],
): string | undefined {
  const users = inventory.usersOf.get(inventory.same(type));
  if (users === undefined || users.size < 2) return undefined;
  return prefixOf([...users].flatMap((index) => exchanges[index] ?? []));
}

/** The tag that all of them have first, in the singular, or nothing. */
export function prefixOf(exchanges: readonly Exchange[]): string {
  const tags = new Set(exchanges.map((exchange) => exchange.tags[0]));
  const [tag] = tags;
  return tags.size === 1 && tag !== undefined
    ? pascal(singularLast(words(tag)))
    : "";
}
