import type { ObjectNode } from "../ir/type-graph.ts";
import { rulesOut } from "./unions/rules-out.ts";

/** What `b` declares and `a`, read literally, forbids. */
export const forbids = (a: ObjectNode, b: ObjectNode): readonly string[] =>
  b.properties
    .map(({ wireName }) => wireName)
    .filter(
      (name) =>
        !a.properties.some(({ wireName }) => wireName === name) &&
        (a.closed || rulesOut(a, name)),
    );

/** What neither declares is forbidden by the one that is closed, unless it forbids what the other declares: that is not meant. */
export function bothClosed(
  a: ObjectNode,
  b: ObjectNode,
): Pick<ObjectNode, "closed" | "closedBut"> {
  const meant = [
    ...(forbids(a, b).length === 0 ? [a] : []),
    ...(forbids(b, a).length === 0 ? [b] : []),
  ];
  if (meant.some(({ closed }) => closed)) return { closed: true };
  const but = meant.find(({ closedBut }) => closedBut !== undefined)?.closedBut;
  return { closed: false, ...(but && { closedBut: but }) };
}
