import type { DecisionTree, UnionExplanation } from "./explanation.ts";

/** What a tree looks at: a property, the value itself, or all that it has. */
export const questionOf = (
  tree: Exclude<DecisionTree, { kind: "leaf" }>,
): string =>
  tree.kind === "try" ? "its properties" : (tree.property ?? "the value");

/** How a leaf is called where a value arrives at it. */
export function leafWords(
  variants: readonly number[],
  union: UnionExplanation,
): string {
  const [first, second] = variants;
  if (second !== undefined || first === undefined)
    return union.telltale.by === "elimination" ? "unrecognized" : "ambiguous";
  return union.variants[first]?.name ?? "";
}

/** What every leaf checks besides, where there are several: it need be said only once. */
export function commonChecks(tree: DecisionTree): ReadonlySet<string> {
  const leaves = leavesOf(tree).filter(({ variants }) => variants.length === 1);
  const [first, second] = leaves;
  if (first === undefined || second === undefined) return new Set();
  return new Set(
    first.also.filter((check) =>
      leaves.every(({ also }) => also.includes(check)),
    ),
  );
}

const leavesOf = (
  tree: DecisionTree,
): readonly (DecisionTree & { kind: "leaf" })[] =>
  tree.kind === "leaf"
    ? [tree]
    : tree.branches.flatMap((branch) => leavesOf(branch.tree));
