import { createRegistry } from "./registry.ts";

/**
 * A key for each item. The first of a name keeps it; the others get what is suggested instead, or that with a
 * number, and take the name of none.
 */
export function firstKeeps<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  insteadOf: (item: T) => string,
): readonly { readonly item: T; readonly key: string }[] {
  const firsts = new Map(
    items.toReversed().map((item) => [nameOf(item), item]),
  );
  const registry = createRegistry(firsts.keys());
  return items.map((item) => {
    const name = nameOf(item);
    const key =
      firsts.get(name) === item ? name : registry.claim([insteadOf(item)]);
    return { item, key };
  });
}
