import { pathsOf, strikes } from "../../generator/4-resolve/unions/strikes.ts";
import type { Made } from "../../generator/understand.ts";
import type {
  ObjectNode,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../generator/ir/type-graph.ts";
import { outcomeOf } from "../../generator/summary.ts";
import { whyPlain } from "./why-plain.ts";

export type Outcome = "native" | "synthetic" | "JSON type" | "plain";

/** What became of one union, as the description writes it. */
export interface UnionRow {
  readonly where: string;
  readonly outcome: Outcome;
  /** What tells its variants apart: `literal required`, `elimination: presence`. */
  readonly telltale: string;
  /** Whether two variants at least are objects. */
  readonly ofObjects: boolean;
  readonly discriminator: boolean;
  /** Why nothing tells the variants apart. */
  readonly reason: string | undefined;
}

const outcomes = {
  native: "native",
  tagged: "synthetic",
  jsonType: "JSON type",
  plain: "plain",
} as const;

/**
 * Every union of a description, each place where one is written once: intersections make several types
 * of one place, and of these the least told apart counts.
 */
export function unionRows(made: Made): readonly UnionRow[] {
  const nodes = { node: (id: TypeId) => found(made, id) };
  const discriminators = new Set(
    [...made.api.schemas.values()]
      .filter(({ discriminator }) => discriminator !== undefined)
      .map(({ origin }) => `${origin.source}#${origin.pointer}`),
  );
  const rows = new Map<string, UnionRow>();
  for (const node of made.resolved.types.values()) {
    if (node.kind !== "union") continue;
    const where = `${node.origin.source}#${node.origin.pointer}`;
    const objects = objectsOf(node, nodes);
    const ofObjects = objects.length > 1;
    const outcome = outcomes[outcomeOf(node.telltale)];
    const known = rows.get(where);
    if (known !== undefined && rank(known.outcome) >= rank(outcome)) continue;
    rows.set(where, {
      where: node.origin.pointer,
      outcome,
      telltale: telltaleOf(node, objects, nodes),
      ofObjects,
      discriminator: discriminators.has(where),
      reason: outcome === "plain" ? whyPlain(node, made, nodes) : undefined,
    });
  }
  return [...rows.values()];
}

const rank = (outcome: Outcome): number =>
  ["JSON type", "native", "synthetic", "plain"].indexOf(outcome);

function found({ resolved }: Made, id: TypeId): TypeNode {
  const node = resolved.types.get(id);
  if (node === undefined)
    throw new Error(`internal: no type ${id} in the graph`);
  return node;
}

interface Nodes {
  node(id: TypeId): TypeNode;
}

const objectsOf = (union: UnionNode, { node }: Nodes): readonly ObjectNode[] =>
  union.variants.map(node).filter((variant) => variant.kind === "object");

function telltaleOf(
  union: UnionNode,
  objects: readonly ObjectNode[],
  nodes: Nodes,
): string {
  const { telltale } = union;
  switch (telltale.by) {
    case "declared":
    case "jsonType":
    case "nothing":
      return telltale.by;
    case "literal": {
      const isRequired = objects.every((object) =>
        object.properties.some(
          ({ wireName, required }) =>
            wireName === telltale.property && required,
        ),
      );
      return isRequired ? "literal required" : "literal optional";
    }
    case "elimination":
      return `elimination: ${evidenceOf(objects, nodes)}`;
    default:
      return telltale satisfies never;
  }
}

/** From proof to what is least worth; `specificity` where neither of two is struck out by the other. */
const evidence = [
  "sound",
  "emptyArray",
  "null",
  "presence",
  "otherType",
  "sharedLiteral",
  "optionalTag",
  "optionalPresence",
  "specificity",
];

/** A pair is told apart by the strongest evidence there is; the union rests on its weakest pair. */
function evidenceOf(objects: readonly ObjectNode[], nodes: Nodes): string {
  const paths = [1, 2, 3].flatMap((length) => pathsOf(objects, length, nodes));
  let weakest = 0;
  for (const of of objects) {
    for (const tested of objects) {
      if (of === tested) continue;
      const ranks = paths.map((path) =>
        evidence.indexOf(
          strikes(of, tested, path, nodes)?.kind ?? "specificity",
        ),
      );
      weakest = Math.max(weakest, Math.min(evidence.length - 1, ...ranks));
    }
  }
  return evidence[weakest] ?? "";
}
