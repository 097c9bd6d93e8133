import type { TypeId } from "../ir/type-graph.ts";
import { excludes } from "./excludes.ts";
import type { Types } from "./types.ts";

/** More variants than this are not written out: the intersection is kept as it is. */
const distributionBudget = 64;

/** More pairs of variants than this are not compared, only to see how many of them are possible. */
const pairBudget = 4096;

/**
 * Whether an intersection of these is so few variants that they can be written out. What excludes each other does not
 * count: the parts of an API often list the same variants again and again.
 */
export function isSmall(members: readonly TypeId[], types: Types): boolean {
  const unions = members.flatMap((id) => {
    const node = types.pending(id) ? undefined : types.node(id);
    return node?.kind === "union" ? [node] : [];
  });
  if (members.some((id) => !types.pending(id) && isKept(id, types)))
    return unions.length === 0;
  const [first, ...others] = unions;
  if (first === undefined) return true;
  const plain = members.filter((id) => unions.every((each) => each.id !== id));
  const grow = (
    found: readonly (readonly TypeId[])[],
    variants: readonly TypeId[],
  ): readonly (readonly TypeId[])[] | undefined => {
    if (found.length * variants.length > pairBudget) return undefined;
    return found.flatMap((parts) =>
      variants
        .filter((variant) =>
          parts.every((part) => !excludes(part, variant, types)),
        )
        .map((variant) => [...parts, variant]),
    );
  };
  let found = grow([plain], first.variants);
  for (const { variants } of others) {
    found = found && grow(found, variants);
    if (found === undefined || found.length > distributionBudget) return false;
  }
  return found !== undefined && found.length <= distributionBudget;
}

const isKept = (id: TypeId, types: Types): boolean =>
  types.node(id).kind === "intersection";
