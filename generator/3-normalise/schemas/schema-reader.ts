import type { Bundle, Located } from "../../2-bundle/bundle.ts";
import { followReference } from "../../2-bundle/follow-reference.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import type { Api, Component } from "../../ir/openapi.ts";
import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";
import { follow } from "../follow.ts";
import { checkExamples } from "./check-examples.ts";
import { dialectOf, type Dialect } from "./dialect.ts";
import { hasJsonData } from "./event-data.ts";
import { nameReferred } from "./name-referred.ts";
import { blank, readSchema, type Setting } from "./read-schema.ts";
import { schemaId } from "./schema-id.ts";

/** Reads schemas into one flat graph. Each place is read once, whoever asks for it. */
export interface SchemaReader {
  /** The schema at this place, read now or later. A Reference is a schema that has a `ref`. */
  read(schema: Located): SchemaId;
  /** The same of a Parameter or Header Object of Swagger 2.0, which is its own schema. */
  readParameter(parameter: Located): SchemaId;
  /** The same of an event of a stream, whose `data` is what its text holds where that is told. */
  readEvent(event: Located): SchemaId;
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
  const queue: { id: SchemaId; schema: Located; setting: Setting }[] = [];
  // One string for each id, wherever it is named: a copy would be hashed and compared as a whole again.
  const known = new Map<SchemaId, SchemaId>();
  const referred = new Map<SchemaId, Origin>();
  const dialects = dialectsOf(bundle);

  const ask = (schema: Located, setting: Setting): SchemaId => {
    const id = schemaId(schema.origin);
    const asked = known.get(id);
    if (asked !== undefined) return asked;
    known.set(id, id);
    queue.push({ id, schema, setting });
    return id;
  };
  const read = (schema: Located) => ask(schema, "plain");
  const readEvent = (event: Located) =>
    ask(event, hasJsonData(event) ? "event" : "plain");

  const refer = (reference: string, from: Origin): SchemaId | undefined => {
    const target = followReference(bundle, reference, from, report);
    if (target === undefined) return undefined;
    const id = read(target);
    if (!referred.has(id)) referred.set(id, target.origin);
    return id;
  };

  const followAny = (written: Located) => follow(written, { bundle, report });

  const drain = (): void => {
    for (let index = 0; index < queue.length; index += 1) {
      const entry = queue[index] as (typeof queue)[number];
      const { id, schema, setting } = entry;
      const dialect = dialects(schema.origin.source);
      const node = readSchema(id, schema, {
        read,
        readAlternative: setting === "event" ? readEvent : read,
        refer,
        follow: followAny,
        dialect,
        setting,
        report,
      });
      graph.set(node.id, node);
      checkExamples(node, report);
    }
  };

  return {
    read,
    readParameter: (parameter) => ask(parameter, "parameter"),
    readEvent,
    make(origin, keywords) {
      const id = schemaId(origin);
      const node = { ...blank(id, origin), ...keywords };
      known.set(id, id);
      graph.set(node.id, node);
      return node.id;
    },
    finish(components) {
      drain();
      const others = nameReferred(
        [...referred.values()],
        components,
        bundle.entry.id,
      );
      return { components: [...components, ...others], schemas: graph };
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
