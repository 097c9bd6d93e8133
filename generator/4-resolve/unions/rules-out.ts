import type { ObjectNode } from "../../ir/type-graph.ts";
import { mayMatch } from "./may-match.ts";

/** Whether an object that does not declare a property cannot have it either. */
export const rulesOut = (
  { closed, closedBut, additional }: ObjectNode,
  wireName: string,
): boolean =>
  (closed && additional === undefined) ||
  (closedBut !== undefined &&
    !closedBut.some((pattern) => mayMatch(pattern, wireName)));
