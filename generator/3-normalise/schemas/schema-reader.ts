import type { Bundle, Located } from "../../2-bundle/bundle.ts";
import { followReference } from "../../2-bundle/follow-reference.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import type { Api, Component } from "../../ir/openapi.ts";
import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";
import { follow } from "../follow.ts";
import { own } from "../read.ts";
import { createDynamicReferences } from "./dynamic-references.ts";
import { checkExamples } from "./check-examples.ts";
import { dialectOf, type Dialect } from "./dialect.ts";
import { parseEventData } from "./event-data.ts";
import { nameReferred } from "./name-referred.ts";
import { atTheirPlaces } from "./other-words.ts";
import { blank, readSchema, type SchemaContext } from "./read-schema.ts";
import { schemaId } from "./schema-id.ts";

/** Reads schemas into one flat graph. Each place is read once, whoever asks for it. */
export interface SchemaReader {
  /** The schema at this place, read now or later. A Reference is a schema that has a `ref`. */
  read(schema: Located): SchemaId;
  /** The same of the `itemSchema` of an event stream, whose data is what was parsed. */
  readEvents(schema: Located): SchemaId;
  /** The same of a Parameter or Header Object of Swagger 2.0, which is its own schema. */
  readParameter(parameter: Located): SchemaId;
  /** A schema that nobody wrote: made of others, at the place that caused it. */
  make(
    origin: Origin,
    keywords: Partial<Pick<SchemaNode, "types" | "properties" | "required">>,
  ): SchemaId;
  /** Reads everything that was asked for, and what that refers to; ends the reading. */
  finish(components: readonly Component[]): Pick<Api, "components" | "schemas">;
}

export function createSchemaReader(
  bundle: Bundle,
  report: Report,
): SchemaReader {
  const graph = new Map<SchemaId, SchemaNode>();
  // A queue, not recursion: a description may nest deeper than the stack.
  const queue: { id: SchemaId; schema: Located; inParameter: boolean }[] = [];
  // One string for each id, wherever it is named: a copy would be hashed and compared as a whole again.
  const known = new Map<SchemaId, SchemaId>();
  const referred = new Map<SchemaId, Origin>();
  const roots = new Set<SchemaId>();
  const contents = new Map<SchemaId, Located>();
  const events = new Set<SchemaId>();
  const dialects = dialectsOf(bundle);

  const ask = (schema: Located, inParameter: boolean): SchemaId => {
    const id = schemaId(schema.origin);
    const asked = known.get(id);
    if (asked !== undefined) return asked;
    known.set(id, id);
    queue.push({ id, schema, inParameter });
    return id;
  };
  const read = (schema: Located) => ask(schema, false);

  const refer: SchemaContext["refer"] = (reference, from, say = report) => {
    const target = followReference(bundle, reference, from, say);
    if (target === undefined) return undefined;
    const id = read(target);
    if (!referred.has(id)) referred.set(id, target.origin);
    return id;
  };

  const dynamic = createDynamicReferences(bundle, { read, refer, report });

  const followAny = (written: Located) => follow(written, { bundle, report });

  let drained = 0;
  const drain = (): void => {
    for (; drained < queue.length; drained += 1) {
      const entry = queue[drained] as (typeof queue)[number];
      const { id, schema, inParameter } = entry;
      const dialect = dialects(schema.origin.source);
      const node = readSchema(id, schema, {
        read,
        refer,
        follow: followAny,
        dialect,
        inParameter,
        report,
      });
      graph.set(node.id, dynamic.read(node, schema));
      if (own(schema.value, "contentMediaType") !== undefined)
        contents.set(node.id, schema);
      checkExamples(node, report);
    }
  };

  const asRoot = (id: SchemaId): SchemaId => {
    roots.add(id);
    return id;
  };

  return {
    read: (schema) => asRoot(read(schema)),
    readEvents(schema) {
      const id = asRoot(read(schema));
      events.add(id);
      return id;
    },
    readParameter: (parameter) => asRoot(ask(parameter, true)),
    make(origin, keywords) {
      const id = schemaId(origin);
      const node = { ...blank(id, origin), ...keywords };
      known.set(id, id);
      graph.set(node.id, node);
      return asRoot(id);
    },
    finish(components) {
      drain();
      for (const item of events)
        parseEventData(item, { graph, contents, read });
      drain();
      const listed = atTheirPlaces(components, graph);
      // Other words for a component are called what it is.
      const words = new Set(components.map(({ schema }) => schema));
      const unlisted = [...referred].flatMap(([id, origin]) =>
        words.has(id) ? [] : [origin],
      );
      const others = nameReferred(unlisted, listed, bundle.entry.id);
      for (const id of referred.keys()) roots.add(id);
      return {
        components: [...listed, ...others],
        schemas: dynamic.bind(graph, roots),
      };
    },
  };
}

function dialectsOf(bundle: Bundle): (source: string) => Dialect {
  const entry = dialectOf(bundle.entry.value, "3.1");
  const known = new Map(
    [...bundle.documents].map(([id, { source }]) => [
      id,
      dialectOf(source.value, entry),
    ]),
  );
  return (source) => known.get(source) ?? entry;
}
