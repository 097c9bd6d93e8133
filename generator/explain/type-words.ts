import type { TypeId } from "../ir/type-graph.ts";
import { literals } from "./condition-words.ts";
import type { ExplainContext } from "./context.ts";

/** What to call a type: its name in TypeScript, or the type itself, as TypeScript would have it. */
export function typeWords(
  type: TypeId,
  context: Pick<ExplainContext, "client" | "node">,
  depth = 0,
): string {
  const name = context.client.named.get(type)?.name?.name;
  if (name !== undefined) return name;
  if (depth > 3) return "…";
  const inner = (id: TypeId) => typeWords(id, context, depth + 1);
  const node = context.node(type);
  switch (node.kind) {
    case "enum":
      return literals(node.values, " | ");
    case "array": {
      const items = inner(node.items);
      return items.includes(" ") ? `(${items})[]` : `${items}[]`;
    }
    case "tuple":
      return `[${node.items.map(inner).join(", ")}]`;
    case "record":
      return `Record<string, ${inner(node.values)}>`;
    case "nullable":
      return `${inner(node.of)} | null`;
    case "union":
      return node.variants.map(inner).join(" | ");
    case "intersection":
      return node.members.map(inner).join(" & ");
    case "integer":
      return "number";
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "object":
      return node.kind;
    default:
      return node satisfies never;
  }
}
