import type { Scalar, UnionNode } from "../../ir/type-graph.ts";

/** The property that is of no known literal in an arm, and its type of templates/runtime/union. */
export interface NativeArm {
  readonly property: string;
  readonly type: "Unrecognized" | "UnrecognizedNumber";
}

/** The arm of an open union that the wire tells; none where what has no tag is of the default. */
export function nativeArm({ telltale }: UnionNode): NativeArm | undefined {
  if (telltale.by !== "declared" && telltale.by !== "literal") return undefined;
  const { property, cases, otherwise } = telltale;
  const type = unrecognizedType(cases.flatMap(({ values }) => values));
  return otherwise === undefined && type !== undefined
    ? { property, type }
    : undefined;
}

/** A boolean has no third value, so `if (x.ok)` has to narrow; literals of mixed types have no such type. */
function unrecognizedType(
  values: readonly Scalar[],
): NativeArm["type"] | undefined {
  if (values.every((value) => typeof value === "string")) return "Unrecognized";
  return values.every((value) => typeof value === "number")
    ? "UnrecognizedNumber"
    : undefined;
}
