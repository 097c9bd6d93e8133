import { at, own, string } from "../read.ts";
import type { Located } from "../../2-bundle/bundle.ts";
import { follow } from "../../ir/follow-schema.ts";
import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";
import { blank } from "./read-schema.ts";

export interface EventContext {
  readonly graph: Map<SchemaId, SchemaNode>;
  /** Schemas of strings that say what is in them, as written. */
  readonly contents: ReadonlyMap<SchemaId, Located>;
  readonly read: (schema: Located) => SchemaId;
}

/**
 * The items of an event stream as they are once their data is parsed (OAS 3.2 §4.14.4.2): on the wire `data` is a
 * string, and `contentMediaType` with `contentSchema` say that it is JSON, and of what. A description without
 * them is left as it is. What says that there is no more (`[DONE]`) ends a stream and is no item.
 */
export function parseEventData(item: SchemaId, context: EventContext): void {
  const { graph, contents, read } = context;
  if (!carriesJson(item, context)) return;
  const made = new Set<SchemaId>();

  /** A copy, as the schema may stand for strings elsewhere. */
  const make = (id: SchemaId, of: (node: SchemaNode) => SchemaNode) => {
    const node = graph.get(id);
    const copy = `${id}~event` as SchemaId;
    if (node === undefined) return id;
    if (!made.has(copy)) {
      made.add(copy);
      graph.set(copy, { ...of(node), id: copy });
    }
    return copy;
  };
  const data = (id: SchemaId): SchemaId => {
    const content = contents.get(follow(id, graph));
    const schema = content && at(content, "contentSchema");
    if (content === undefined)
      return make(id, (node) => (isAnyString(node) ? bare(node) : node));
    if (!isJson(content))
      return make(id, (node) => ({ ...node, types: ["string"] }));
    return schema === undefined ? make(id, bare) : read(schema);
  };
  const event = (node: SchemaNode): SchemaNode => {
    const isData = ({ wireName }: { readonly wireName: string }) =>
      wireName === "data";
    const part = (id: SchemaId): SchemaId => make(id, event);
    const variants = (ids: readonly SchemaId[]) =>
      ids.filter((id) => !isEnd(id, graph)).map(part);
    return {
      ...node,
      ref: node.ref && part(node.ref),
      allOf: node.allOf.map(part),
      anyOf: variants(node.anyOf),
      oneOf: variants(node.oneOf),
      properties: node.properties.map((property) =>
        isData(property)
          ? { ...property, schema: data(property.schema) }
          : property,
      ),
      // HTML §9.2.6: what has no data is no event.
      required: node.properties.some(isData)
        ? [...new Set([...node.required, "data"])]
        : node.required,
    };
  };
  const node = graph.get(item);
  if (node !== undefined) graph.set(item, event(node));
}

/** Whether a `data` in the schema, or in what it is made of, is described as JSON. */
function carriesJson(
  item: SchemaId,
  { contents, graph }: EventContext,
): boolean {
  const parts = new Set([item]);
  for (const id of parts) {
    const node = graph.get(id);
    if (node === undefined) continue;
    const { allOf, anyOf, oneOf, properties, ref } = node;
    for (const part of [...(ref ? [ref] : []), ...allOf, ...anyOf, ...oneOf])
      parts.add(part);
    for (const { schema, wireName } of properties) {
      const content = contents.get(follow(schema, graph));
      if (wireName === "data" && content !== undefined && isJson(content))
        return true;
    }
  }
  return false;
}

/** Whether an event is the word in brackets that ends a stream. */
function isEnd(id: SchemaId, graph: EventContext["graph"]): boolean {
  const property = graph
    .get(follow(id, graph))
    ?.properties.find(({ wireName }) => wireName === "data");
  const [word, ...others] =
    (property && graph.get(property.schema)?.enum) ?? [];
  return (
    typeof word === "string" && others.length === 0 && /^\[\w+\]$/.test(word)
  );
}

const isJson = ({ value }: Located): boolean =>
  /^[^;]+[/+]json\s*(;|$)/i.test(string(own(value, "contentMediaType")) ?? "");

const isAnyString = ({ enum: values, types }: SchemaNode): boolean =>
  values === undefined && types?.join() === "string";

/** Anything at all, with what is said of it. */
const bare = ({ annotations, id, origin }: SchemaNode): SchemaNode => ({
  ...blank(id, origin),
  annotations,
});
