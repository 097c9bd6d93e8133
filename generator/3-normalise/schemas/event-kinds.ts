import type { Located } from "../../2-bundle/bundle.ts";
import { follow } from "../../ir/follow-schema.ts";
import type {
  SchemaGraph,
  SchemaId,
  SchemaNode,
} from "../../ir/schema-graph.ts";
import { own, string } from "../read.ts";

/** What the schemas of events are looked up in. */
export interface EventSchemas {
  readonly graph: SchemaGraph;
  /** Schemas of strings that say what is in them, as written. */
  readonly contents: ReadonlyMap<SchemaId, Located>;
}

/** The schemas that all events of a schema are of: itself, and what it includes by reference or `allOf`. */
export function includedIn(
  event: SchemaId,
  { graph }: EventSchemas,
): readonly SchemaNode[] {
  return reached(event, graph, ({ allOf, ref }) => [...given(ref), ...allOf]);
}

/** Whether some event of a schema has JSON in its `data`. */
export const mayBeOfJson = (event: SchemaId, schemas: EventSchemas): boolean =>
  reached(event, schemas.graph, ({ allOf, anyOf, oneOf, ref }) => [
    ...given(ref),
    ...allOf,
    ...anyOf,
    ...oneOf,
  ]).some((node) => saysJson(node, schemas));

function reached(
  event: SchemaId,
  graph: SchemaGraph,
  partsOf: (node: SchemaNode) => readonly SchemaId[],
): readonly SchemaNode[] {
  const ids = new Set([event]);
  const nodes: SchemaNode[] = [];
  for (const id of ids) {
    const node = graph.get(id);
    if (node === undefined) continue;
    nodes.push(node);
    for (const part of partsOf(node)) ids.add(part);
  }
  return nodes;
}

const given = (ref: SchemaId | undefined): readonly SchemaId[] =>
  ref === undefined ? [] : [ref];

/** Whether a schema itself describes `data` as JSON. */
export function saysJson(
  node: SchemaNode,
  { contents, graph }: EventSchemas,
): boolean {
  const data = dataOf(node);
  const content = data && contents.get(follow(data, graph));
  return content !== undefined && isJson(content);
}

/** The schema of an event's `data`, where it declares one itself. */
export const dataOf = ({ properties }: SchemaNode): SchemaId | undefined =>
  properties.find(({ wireName }) => wireName === "data")?.schema;

/** Whether an event is the word in brackets that ends a stream. */
export function isEnd(event: SchemaId, { graph }: EventSchemas): boolean {
  const node = graph.get(follow(event, graph));
  const data = node && dataOf(node);
  const [word, ...others] = (data && graph.get(data)?.enum) ?? [];
  return (
    typeof word === "string" && others.length === 0 && /^\[\w+\]$/.test(word)
  );
}

export const isJson = ({ value }: Located): boolean =>
  /^[^;]+[/+]json\s*(;|$)/i.test(string(own(value, "contentMediaType")) ?? "");

/** Any string, with whatever is said of it. */
export const isAnyString = ({ enum: values, types }: SchemaNode): boolean =>
  values === undefined && types?.join() === "string";

/** Nothing that names a type: a format at most, or words. */
export const namesNoType = (node: SchemaNode): boolean =>
  node.types === undefined &&
  node.enum === undefined &&
  node.ref === undefined &&
  node.items === undefined &&
  node.additionalProperties === undefined &&
  [
    node.properties,
    node.required,
    node.patternProperties,
    node.prefixItems,
    node.allOf,
    node.anyOf,
    node.oneOf,
  ].every(({ length }) => length === 0);
