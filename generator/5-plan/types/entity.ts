import type { Exchange } from "../../ir/openapi.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";
import type { TypeGraph, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { singular, words } from "../names/words.ts";

/** Properties that say only "here it is": what stands there is named after the operation. */
const envelopes: ReadonlySet<string> = new Set(
  "data item items result results record records value values list entry entries element elements content contents rows objects resource resources response payload".split(
    " ",
  ),
);

/**
 * The type that an operation is about: the items of its list, or what its envelope holds. `noun` is
 * the operation's own word for it.
 */
export function entityOf(
  exchange: Exchange,
  noun: readonly string[],
  typeOf: ReadonlyMap<SchemaId, TypeId>,
  types: TypeGraph,
): TypeId | undefined {
  const success = exchange.responses.find((response) =>
    response.status.startsWith("2"),
  );
  const schema = success?.content.find(
    (media) => media.schema !== undefined,
  )?.schema;
  const body = schema && typeOf.get(schema);
  if (body === undefined) return undefined;
  const inner = unwrap(body, types);
  if (inner !== body) return inner;
  const node = types.get(body) as TypeNode;
  if (node.kind !== "object") return undefined;
  const held = node.properties.find(
    ({ wireName }) =>
      envelopes.has(wireName.toLowerCase()) || isCalled(wireName, noun),
  );
  return held && unwrap(held.type, types);
}

/** `webhooks` in the response of `listWebhooks`. */
function isCalled(wireName: string, noun: readonly string[]): boolean {
  const last = words(wireName).at(-1);
  return last !== undefined && singular(last) === noun.at(-1);
}

/** What an array or a nullable type is of. */
function unwrap(type: TypeId, types: TypeGraph): TypeId {
  const node = types.get(type);
  if (node?.kind === "array") return unwrap(node.items, types);
  return node?.kind === "nullable" ? unwrap(node.of, types) : type;
}
