import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type Node,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Code, ParamsOf } from "../diagnostics/catalog.ts";
import type { Json, JsonObject } from "../ir/source.ts";
import { budgets } from "./budgets.ts";
import { isObject } from "./json.ts";

export interface YamlContext {
  readonly fault: <C extends Code>(
    code: C,
    offset: number,
    params: ParamsOf<C>,
  ) => void;
}

/** What an alias stands for, and how many values it is; `"open"` while it is being read. */
type Anchored = { readonly value: Json; readonly size: number } | "open";

/** Thrown inside this file only, once the fault is reported. */
class Refused extends Error {}

/**
 * Reads a YAML tree as JSON: maps with string keys, no tags, aliases within a budget.
 * `undefined`, with a diagnostic, where an alias cannot or must not be followed.
 */
export function readYaml(
  document: Document.Parsed,
  { fault }: YamlContext,
): Json | undefined {
  const anchors = new Map<string, Anchored>();
  let values = 0;
  let aliased = 0;

  function read(node: Node | null, depth: number): Json {
    values++;
    if (depth > budgets.depth) {
      fault("load/too-deep", offsetOf(node), { limit: budgets.depth });
      throw new Refused();
    }
    if (isAlias(node)) return readAlias(node);
    const anchor = (node as ParsedNode | null)?.anchor;
    if (anchor === undefined) return readPlain(node, depth);
    anchors.set(anchor, "open");
    const before = values + aliased;
    const value = readPlain(node, depth);
    anchors.set(anchor, { value, size: values + aliased - before + 1 });
    return value;
  }

  function readAlias(node: Alias): Json {
    const target = anchors.get(node.source);
    if (target === undefined || target === "open") {
      const problem =
        target === "open" ? "stands inside what it repeats" : "repeats nothing";
      fault("load/yaml-alias", offsetOf(node), { alias: node.source, problem });
      throw new Refused();
    }
    aliased += target.size;
    if (aliased > budgets.aliasedValues) {
      fault("load/yaml-alias-budget", offsetOf(node), {
        limit: budgets.aliasedValues,
      });
      throw new Refused();
    }
    return target.value;
  }

  function readPlain(node: Node | null, depth: number): Json {
    if (isMap(node)) return readMap(node, depth);
    if (isSeq(node)) {
      reportTag(node);
      return node.items.map((item) => read(item as Node | null, depth + 1));
    }
    return isScalar(node) ? readScalar(node) : null;
  }

  function readMap(map: YAMLMap, depth: number): JsonObject {
    reportTag(map);
    const members = new Map<string, Json>();
    const merged: JsonObject[] = [];
    for (const { key, value } of map.items) {
      const name = isPair(key) ? undefined : keyOf(key as Node | null);
      if (name === undefined) {
        fault("load/yaml-key", offsetOf(key as Node | null), {});
      } else if (name === "<<" && isPlain(key)) {
        fault("load/yaml-merge-key", offsetOf(key as Node), {});
        merged.push(
          ...[read(value as Node | null, depth + 1)]
            .flat()
            .filter((v) => isObject(v)),
        );
      } else {
        if (members.has(name))
          fault("load/duplicate-key", offsetOf(key as Node), { key: name });
        members.set(name, read(value as Node | null, depth + 1));
      }
    }
    for (const [name, value] of merged.flatMap((source) =>
      Object.entries(source),
    )) {
      if (!members.has(name)) members.set(name, value);
    }
    return Object.fromEntries(members);
  }

  function readScalar(scalar: Scalar): Json {
    reportTag(scalar);
    const { value } = scalar;
    switch (typeof value) {
      case "string":
      case "number":
      case "boolean":
        return value;
      case "bigint":
        return Number(value);
      default:
        return value === null ? null : (scalar.source ?? "");
    }
  }

  /** A tag outside the core schema stays unresolved; the value is read as if it stood there without. */
  function reportTag(node: Node): void {
    const { tag } = node as { tag?: string };
    if (tag !== undefined && !coreTags.has(tag))
      fault("load/yaml-tag", offsetOf(node), { tag });
  }

  try {
    return read(document.contents, 0);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** OAS 3.1 §4.3: keys are scalars by the failsafe schema, so `200` and `no` are what is written. */
function keyOf(key: Node | null): string | undefined {
  if (key === null) return "";
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string"
    ? key.value
    : (key.source ?? String(key.value));
}

const isPlain = (key: unknown): boolean =>
  isScalar(key) && key.type === "PLAIN";

const offsetOf = (node: Node | null): number =>
  (node as ParsedNode | null)?.range?.[0] ?? 0;

const coreTags: ReadonlySet<string> = new Set(
  ["map", "seq", "str", "int", "float", "bool", "null"].map(
    (name) => `tag:yaml.org,2002:${name}`,
  ),
);
