import type { Bundle, Located } from "../../2-bundle/bundle.ts";
import { dynamicAnchors } from "../../2-bundle/dynamic-anchors.ts";
import { splitReference } from "../../2-bundle/uri.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import type {
  SchemaGraph,
  SchemaId,
  SchemaNode,
} from "../../ir/schema-graph.ts";
import { own, string } from "../read.ts";
import {
  bindDynamic,
  withReference,
  type DynamicReference,
} from "./bind-dynamic.ts";
import { schemaId } from "./schema-id.ts";

/** The `$dynamicRef`s of a description: collected as schemas are read, bound once all of them are. */
export interface DynamicReferences {
  /** The node with what its `$dynamicRef` names, where that is one and the same wherever it is met. */
  read(node: SchemaNode, written: Located): SchemaNode;
  /** The graph with every other one bound, seen from the schemas that something else than a schema names. */
  bind(graph: SchemaGraph, roots: ReadonlySet<SchemaId>): SchemaGraph;
}

export function createDynamicReferences(
  bundle: Bundle,
  {
    read,
    refer,
    report,
  }: {
    readonly read: (schema: Located) => SchemaId;
    readonly refer: (reference: string, from: Origin) => SchemaId | undefined;
    readonly report: Report;
  },
): DynamicReferences {
  const found = dynamicAnchors(bundle);
  const references = new Map<SchemaId, DynamicReference>();
  const anchors = new Map<string, readonly SchemaId[]>();

  /** Whether a reference is to a dynamic anchor: to anything else, `$dynamicRef` is `$ref` (§8.2.3.2). */
  const initialOf = (reference: string, from: Origin) => {
    const [file, name] = splitReference(reference);
    const named = found.named(name);
    if (named.length === 0) return undefined;
    if (file === "") {
      const initial = found.initial(name, from);
      return { name, named, initial: initial && read(initial) };
    }
    const initial = refer(reference, from);
    const isDynamic = named.some(({ origin }) => schemaId(origin) === initial);
    return isDynamic ? { name, named, initial } : undefined;
  };

  return {
    read(node, { value, origin }) {
      const reference = string(own(value, "$dynamicRef"));
      if (reference === undefined) return node;
      const dynamic = initialOf(reference, origin);
      if (dynamic === undefined) {
        const target = refer(reference, origin);
        return target === undefined ? node : withReference(node, target);
      }
      const { name, named, initial } = dynamic;
      references.set(node.id, { name, initial });
      if (!anchors.has(name)) anchors.set(name, named.map(read));
      return node;
    },
    bind(graph, roots) {
      if (references.size === 0) return graph;
      const boundBy = ({ origin }: SchemaNode) =>
        found
          .boundAt(origin)
          .map(({ at, name }) => [name, schemaId(at.origin)] as const);
      return bindDynamic(graph, {
        references,
        anchors,
        boundBy,
        roots,
        report,
      });
    },
  };
}
