import type { Located } from "../../2-bundle/bundle.ts";
import { follow } from "../../ir/follow-schema.ts";
import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";
import { at } from "../read.ts";
import {
  dataOf,
  type EventSchemas,
  includedIn,
  isAnyString,
  isEnd,
  isJson,
  mayBeOfJson,
  namesNoType,
  saysJson,
} from "./event-kinds.ts";
import { blank } from "./read-schema.ts";

export interface EventContext extends EventSchemas {
  readonly graph: Map<SchemaId, SchemaNode>;
  readonly read: (schema: Located) => SchemaId;
}

/**
 * How the data of an event comes: as JSON, as a string, or as the alternatives say. Where two choices cross, each
 * of them may leave it to the other: what neither says is any JSON.
 */
type Kind = "json" | "text" | "mixed";

/**
 * The items of an event stream as they are once their data is parsed (OAS 3.2 §4.14.4.2): on the wire `data` is a
 * string, and `contentMediaType` with `contentSchema` say that it is JSON, and of what. Of events that are told apart
 * those of which nobody says so stay strings, and a description without them is left as it is. What says that there
 * is no more (`[DONE]`) ends a stream and is no item.
 */
export function parseEventData(item: SchemaId, context: EventContext): void {
  const { contents, graph, read } = context;
  if (!mayBeOfJson(item, context)) return;
  const made = new Set<SchemaId>();

  /** A copy, as the schema may stand for others elsewhere. */
  const make = (
    id: SchemaId,
    kind: Kind,
    of: (node: SchemaNode) => SchemaNode,
  ): SchemaId => {
    const node = graph.get(id);
    const copy = `${id}~${kind}` as SchemaId;
    if (node === undefined) return id;
    if (!made.has(copy)) {
      made.add(copy);
      graph.set(copy, { ...of(node), id: copy });
    }
    return copy;
  };

  /** What all alternatives have in common says nothing of their types: on the wire each is a string. */
  const data = (id: SchemaId): SchemaId => {
    const content = contents.get(follow(id, graph));
    const schema = content && at(content, "contentSchema");
    if (content === undefined)
      return make(id, "mixed", (node) =>
        isAnyString(node) ? bare(node) : node,
      );
    if (!isJson(content)) return make(id, "text", asString);
    return schema === undefined ? make(id, "json", bare) : read(schema);
  };

  const event = (node: SchemaNode, outer: Kind): SchemaNode => {
    const kind = outer === "json" ? outer : kindOf(node.id, context);
    const part = (id: SchemaId): SchemaId =>
      make(id, kind, (inner) => event(inner, kind));
    const alternatives = (ids: readonly SchemaId[]) =>
      ids
        .filter((id) => !isEnd(id, context))
        .map((id) =>
          kind === "json" || mayBeOfJson(id, context) ? part(id) : text(id),
        );
    const own = {
      ...node,
      ref: node.ref && part(node.ref),
      allOf: node.allOf.map(part),
      anyOf: alternatives(node.anyOf),
      oneOf: alternatives(node.oneOf),
    };
    const written = dataOf(node);
    return written === undefined ? own : withData(own, data(written));
  };

  /** An event whose data is a string; what says so by itself keeps its name. */
  const text = (id: SchemaId): SchemaId => {
    const included = includedIn(id, context);
    const isTyped = included.some((node) => {
      const written = dataOf(node);
      const schema = written && graph.get(written);
      return schema !== undefined && !namesNoType(schema);
    });
    const isRequired = included.some(({ required }) =>
      required.includes("data"),
    );
    if (isTyped && isRequired) return id;
    return make(id, "text", (node) => {
      const written = dataOf(node);
      if (isTyped) return withData(node, written);
      return withData(
        node,
        written === undefined
          ? anyString(node)
          : make(written, "text", asString),
      );
    });
  };

  const anyString = ({ id, origin }: SchemaNode): SchemaId => {
    const string = `${id}~data` as SchemaId;
    graph.set(string, asString(blank(string, origin)));
    return string;
  };

  const node = graph.get(item);
  if (node !== undefined) graph.set(item, event(node, "mixed"));
}

function kindOf(event: SchemaId, context: EventContext): Kind {
  const included = includedIn(event, context);
  const choices = included.flatMap(({ anyOf, oneOf }) =>
    [anyOf, oneOf].filter(({ length }) => length > 0),
  );
  const isOfJson = included.some((node) => saysJson(node, context));
  return isOfJson || choices.length > 1 ? "json" : "mixed";
}

/** HTML §9.2.6: what has no data is no event. */
function withData(node: SchemaNode, schema?: SchemaId): SchemaNode {
  const { properties } = node;
  const required = [...new Set([...node.required, "data"])];
  if (schema === undefined) return { ...node, required };
  const data = { wireName: "data", schema };
  return {
    ...node,
    required,
    properties:
      dataOf(node) === undefined
        ? [...properties, data]
        : properties.map((each) => (each.wireName === "data" ? data : each)),
  };
}

const asString = (node: SchemaNode): SchemaNode => ({
  ...node,
  types: ["string"],
});

/** Anything at all, with what is said of it. */
const bare = ({ annotations, id, origin }: SchemaNode): SchemaNode => ({
  ...blank(id, origin),
  annotations,
});
