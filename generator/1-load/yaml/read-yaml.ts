import type { Code, ParamsOf } from "../../diagnostics/catalog.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import { budgets } from "../budgets.ts";
import { isObject } from "../json.ts";
import { readPlainScalar } from "./read-plain-scalar.ts";
import { coreTag, type YamlEvent } from "./yaml-event.ts";

/** Reports a fault at an offset into the text. */
export type Fault = <C extends Code>(
  code: C,
  offset: number,
  params: ParamsOf<C>,
) => void;

/** What an alias stands for, and how many values it is; `"open"` while it is being read. */
type Anchored = { readonly value: Json; readonly size: number } | "open";

/** Thrown inside this file only, once the fault is reported. */
class Refused extends Error {}

/**
 * Reads the events of one YAML document as JSON: maps with string keys, no tags, aliases within a
 * budget. `undefined`, with a diagnostic, where an alias cannot or must not be followed.
 *
 * Recursive: the parsers bound how deep a document nests.
 */
export function readYaml(
  events: readonly YamlEvent[],
  fault: Fault,
): Json | undefined {
  const anchors = new Map<string, Anchored>();
  let values = 0;
  let aliased = 0;
  let next = 0;

  const isEnd = () => (events[next]?.kind ?? "end") === "end";

  function read(): Json {
    const event = events[next];
    next += 1;
    values += 1;
    if (event === undefined) return null;
    if (event.kind === "alias") return readAlias(event.name, event.offset);
    reportTag(event);
    const { anchor } = event;
    if (anchor === undefined) return readNode(event);
    anchors.set(anchor, "open");
    const before = values + aliased;
    const value = readNode(event);
    anchors.set(anchor, { value, size: values + aliased - before + 1 });
    return value;
  }

  function readAlias(alias: string, offset: number): Json {
    const target = anchors.get(alias);
    if (target === undefined || target === "open") {
      const problem =
        target === "open" ? "stands inside what it repeats" : "repeats nothing";
      fault("load/yaml-alias", offset, { alias, problem });
      throw new Refused();
    }
    aliased += target.size;
    if (aliased > budgets.aliasedValues) {
      const limit = budgets.aliasedValues;
      fault("load/yaml-alias-budget", offset, { limit });
      throw new Refused();
    }
    return target.value;
  }

  function readNode(event: YamlEvent): Json {
    switch (event.kind) {
      case "map":
        return readMap();
      case "list":
        return readList();
      case "scalar":
        return isText(event) ? event.text : readPlainScalar(event.text);
      default:
        return null;
    }
  }

  function readList(): Json {
    const items: Json[] = [];
    while (!isEnd()) items.push(read());
    next += 1;
    return items;
  }

  function readMap(): JsonObject {
    const members = new Map<string, Json>();
    const merged: JsonObject[] = [];
    while (!isEnd()) {
      const key = events[next] as YamlEvent;
      read();
      if (key.kind !== "scalar") {
        fault("load/yaml-key", key.offset, {});
        read();
        continue;
      }
      const value = read();
      const sources = key.text === "<<" && key.plain ? [value].flat() : [];
      if (sources.length > 0 && sources.every((source) => isObject(source))) {
        fault("load/yaml-merge-key", key.offset, {});
        merged.push(...sources);
        continue;
      }
      // OAS 3.1 §4.3: keys are by the failsafe schema, so `200` and `no` are what is written.
      if (members.has(key.text))
        fault("load/duplicate-key", key.offset, { key: key.text });
      members.set(key.text, value);
    }
    next += 1;
    for (const [name, value] of merged.flatMap((source) =>
      Object.entries(source),
    )) {
      if (!members.has(name)) members.set(name, value);
    }
    return Object.fromEntries(members);
  }

  /** A tag outside the core schema stays unresolved; the value is read as if it stood there without. */
  function reportTag({ tag, offset }: YamlEvent): void {
    if (tag !== undefined && !coreTags.has(tag))
      fault("load/yaml-tag", offset, { tag });
  }

  try {
    return isEnd() ? null : read();
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** Whether a scalar is what is written; a tag decides it, else the lack of quotes leaves it open. */
const isText = ({ plain, tag }: YamlEvent & { readonly kind: "scalar" }) =>
  tag === undefined ? !plain : tag === `${coreTag}str` || !coreTags.has(tag);

const coreTags: ReadonlySet<string> = new Set(
  ["map", "seq", "str", "int", "float", "bool", "null"].map(
    (name) => coreTag + name,
  ),
);
