import type { ClientPlan } from "./ir/client-plan.ts";
import type { Resolved } from "./ir/resolved.ts";

/** What became of the description, in numbers. */
export interface Summary {
  readonly title: string;
  readonly version: string;
  readonly operations: number;
  readonly types: number;
  /** Unions of objects by outcome; those of other JSON types count as `jsonType`. */
  readonly unions: Readonly<
    Record<"native" | "tagged" | "jsonType" | "plain", number>
  >;
  /** Operations with a rule for pages. */
  readonly paginated: number;
  /** Lists without one. */
  readonly unpaged: number;
}

export function summarise(client: ClientPlan, { types }: Resolved): Summary {
  const operations = client.operationFiles.flatMap((file) => file.operations);
  const unions = { native: 0, tagged: 0, jsonType: 0, plain: 0 };
  for (const node of types.values()) {
    if (node.kind !== "union") continue;
    const objects = node.variants.filter(
      (variant) => types.get(variant)?.kind === "object",
    );
    // Scalars and arrays side by side are plain TypeScript: there is nothing to tell apart.
    const outcome =
      objects.length > 1 ? outcomes[node.telltale.by] : "jsonType";
    unions[outcome] += 1;
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

/** What a telltale makes of a union, for whoever reads it. */
export const outcomes = {
  declared: "native",
  literal: "native",
  elimination: "tagged",
  jsonType: "jsonType",
  nothing: "plain",
} as const;
