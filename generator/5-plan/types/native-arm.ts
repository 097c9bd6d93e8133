import type { UnionNode } from "../../ir/type-graph.ts";

/**
 * The property that is of no known literal in the arm of an open union which the wire tells. `undefined` where there is no
 * such arm: what has no tag is of the default; a boolean has no third value, and literals of mixed types have no such type.
 */
export function nativeArm({ telltale }: UnionNode): string | undefined {
  if (telltale.by !== "declared" && telltale.by !== "literal") return undefined;
  const { property, cases, otherwise } = telltale;
  const [type, second] = new Set(
    cases.flatMap(({ values }) => values.map((value) => typeof value)),
  );
  const isOpen = type !== "boolean" && second === undefined;
  return isOpen && otherwise === undefined ? property : undefined;
}
