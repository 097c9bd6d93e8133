import type { ClientPlan } from "./ir/client-plan.ts";
import type { Resolved } from "./ir/resolved.ts";
import type { Telltale } from "./ir/type-graph.ts";

/** What became of the description, in numbers. */
export interface Summary {
  readonly title: string;
  readonly version: string;
  readonly operations: number;
  readonly types: number;
  readonly unions: Readonly<Record<Outcome, number>>;
  /** Operations with a rule for pages. */
  readonly paginated: number;
  /** Lists without one. */
  readonly unpaged: number;
}

export function summarise(client: ClientPlan, { types }: Resolved): Summary {
  const operations = client.operationFiles.flatMap((file) => file.operations);
  const unions = { native: 0, tagged: 0, jsonType: 0, plain: 0 };
  for (const node of types.values()) {
    if (node.kind === "union") unions[outcomeOf(node.telltale)] += 1;
  }
  return {
    title: client.title,
    version: client.version,
    operations: operations.length,
    types: client.typeFiles
      .flatMap((file) => file.declarations)
      .filter((each) => each.kind === "interface" || each.kind === "alias")
      .length,
    unions,
    paginated: operations.filter(({ pages }) => pages !== undefined).length,
    unpaged: operations.filter(({ unpaged }) => unpaged !== undefined).length,
  };
}

/**
 * native: a property of the wire narrows. tagged: a decoder adds a property that does. jsonType: values say what they
 * are, by `typeof` and `Array.isArray` of them or of their items. plain: nothing tells the variants apart.
 */
export type Outcome = "native" | "tagged" | "jsonType" | "plain";

/** What a telltale makes of a union, for whoever reads it. */
export function outcomeOf(telltale: Telltale): Outcome {
  switch (telltale.by) {
    case "declared":
    case "literal":
      return "native";
    case "elimination":
      return "tagged";
    case "jsonType":
      return "jsonType";
    case "nothing":
      return telltale.indistinct ? "plain" : "jsonType";
    default:
      return telltale satisfies never;
  }
}
