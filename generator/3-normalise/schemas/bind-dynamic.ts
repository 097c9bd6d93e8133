import type { Report } from "../../diagnostics/diagnostic.ts";
import type {
  SchemaGraph,
  SchemaId,
  SchemaNode,
} from "../../ir/schema-graph.ts";
import { mapSchemas } from "./map-schemas.ts";

/** A `$dynamicRef` to a dynamic anchor. */
export interface DynamicReference {
  readonly name: string;
  /** What it names where nothing binds it. */
  readonly initial: SchemaId | undefined;
}

export interface Binding {
  readonly references: ReadonlyMap<SchemaId, DynamicReference>;
  /** The dynamic anchors of each name. */
  readonly anchors: ReadonlyMap<string, readonly SchemaId[]>;
  /** What evaluating a schema binds, unless it is bound already. */
  readonly boundBy: (schema: SchemaNode) => readonly Bound[];
  /** Schemas that others ask for by id, bound by nothing around them. */
  readonly roots: ReadonlySet<SchemaId>;
  readonly report: Report;
}

/** Dynamic anchor -> the schema that it is bound to. */
type Scope = ReadonlyMap<string, SchemaId>;
type Bound = readonly [name: string, to: SchemaId];

/** Schemas that are made beside those that are written, and names, before bindings are taken for an attack. */
const limits = { schemas: 20_000, names: 100 };

/**
 * A graph in which each `$dynamicRef` is a reference like any other (JSON Schema 2020-12 §8.2.3.2): what is evaluated
 * first binds a name for all that is evaluated inside it. A schema is there once for each binding of the
 * names that matter inside it, so that recursion ends; one of them keeps the id of where it was written.
 */
export function bindDynamic(
  graph: SchemaGraph,
  binding: Binding,
): ReadonlyMap<SchemaId, SchemaNode> {
  const { references, boundBy, roots, report } = binding;
  const needs = neededNames(graph, binding);
  const bound = new Map<SchemaId, SchemaNode>();
  const reserved = new Set(roots);
  const ids = new Map<string, SchemaId>();
  const queue: { id: SchemaId; schema: SchemaNode; scope: Scope }[] = [];
  const most = graph.size + limits.schemas;

  const instance = (id: SchemaId, around: Scope): SchemaId => {
    const schema = graph.get(id);
    const needed = needs.get(id);
    if (schema === undefined) return id;
    const isOver = queue.length >= most;
    if (queue.length === most)
      report("schema/too-many-bindings", schema.origin, {
        limit: `${limits.schemas} schemas`,
      });
    const scope =
      needed === undefined
        ? nothing
        : restrict(
            [...boundBy(schema), ...(isOver ? nothing : around)],
            needed,
          );
    const key = [id, ...[...scope].map((entry) => entry.join("=")).sort()];
    const text = key.join("~");
    const known = ids.get(text);
    if (known !== undefined) return known;
    const made = reserved.has(id) ? (text as SchemaId) : id;
    // What is written here is the first that is met; another one of it has to be called otherwise.
    reserved.add(id);
    ids.set(text, made);
    queue.push({ id: made, schema, scope });
    return made;
  };

  for (const root of roots) {
    reserved.delete(root);
    instance(root, nothing);
  }
  for (const { id, schema, scope } of queue) {
    const { name, initial } = references.get(schema.id) ?? {};
    const node = mapSchemas({ ...schema, id }, (part) => instance(part, scope));
    const target =
      name === undefined ? undefined : (scope.get(name) ?? initial);
    if (name !== undefined && target === undefined)
      report("schema/dynamic-reference-unbound", schema.origin, {
        reference: `#${name}`,
      });
    bound.set(
      id,
      target === undefined
        ? node
        : withReference(node, instance(target, scope)),
    );
  }
  return bound;
}

const nothing: Scope = new Map();

/** Of each name what comes last, which is what was evaluated first. */
const restrict = (
  entries: readonly Bound[],
  names: ReadonlySet<string>,
): Scope => new Map(entries.filter(([name]) => names.has(name)));

export const withReference = (
  node: SchemaNode,
  target: SchemaId,
): SchemaNode =>
  node.ref === undefined
    ? { ...node, ref: target }
    : { ...node, allOf: [...node.allOf, target] };

/** The names on whose binding it depends what a schema is: those that a `$dynamicRef` inside it, or behind it, has. */
function neededNames(
  graph: SchemaGraph,
  { anchors, references, report }: Binding,
): ReadonlyMap<SchemaId, ReadonlySet<string>> {
  const users = new Map<SchemaId, SchemaId[]>();
  const holders = new Map<string, SchemaId[]>();
  for (const [id, node] of graph) {
    const use = (part: SchemaId): SchemaId => {
      listed(users, part).push(id);
      return part;
    };
    mapSchemas(node, use);
    const reference = references.get(id);
    if (reference === undefined) continue;
    listed(holders, reference.name).push(id);
    for (const anchor of anchors.get(reference.name) ?? []) use(anchor);
  }
  const needs = new Map<SchemaId, Set<string>>();
  for (const [index, [name, ids]] of [...holders].entries()) {
    if (index >= limits.names) {
      const origin = ids[0] && graph.get(ids[0])?.origin;
      if (origin !== undefined)
        report("schema/too-many-bindings", origin, {
          limit: `${limits.names} names`,
        });
      break;
    }
    const queue = [...ids];
    for (const id of queue) {
      const names = needs.get(id) ?? new Set();
      needs.set(id, names);
      if (names.has(name)) continue;
      names.add(name);
      queue.push(...(users.get(id) ?? []));
    }
  }
  return needs;
}

function listed<K>(lists: Map<K, SchemaId[]>, key: K): SchemaId[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: SchemaId[] = [];
  lists.set(key, made);
  return made;
}
