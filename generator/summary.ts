import type { ClientPlan } from "./ir/client-plan.ts";
import type { Resolved } from "./ir/resolved.ts";

/** What became of the description, in numbers. */
export interface Summary {
  readonly title: string;
  readonly version: string;
  readonly operations: number;
  readonly types: number;
  readonly unions: Readonly<Record<"native" | "tagged" | "jsonType" | "plain", number>>;
  readonly paginated: number;
}

export function summarise(client: ClientPlan, { types }: Resolved): Summary {
  const operations = client.operationFiles.flatMap((file) => file.operations);
  const unions = { native: 0, tagged: 0, jsonType: 0, plain: 0 };
  for (const node of types.values()) {
    if (node.kind === "union") unions[outcomes[node.telltale.by]] += 1;
  }
  return {
    title: client.title,
    version: client.version,
    operations: operations.length,
    types: client.typeFiles.flatMap((file) => file.declarations).filter((each) => each.kind !== "shape").length,
    unions,
    paginated: operations.filter((operation) => operation.pages !== undefined).length,
  };
}

const outcomes = {
  declared: "native",
  literal: "native",
  elimination: "tagged",
  jsonType: "jsonType",
  nothing: "plain",
} as const;
