import type { Origin } from "../../diagnostics/origin.ts";
import { child } from "../../diagnostics/origin.ts";
import type { Json, JsonObject, Source } from "../../ir/source.ts";
import { isArray, isObject, own } from "../json.ts";
import { referencesOf } from "./references.ts";

/** A value and the page it came from, so that a contradiction can name both places. */
export interface Entry {
  readonly value: Json;
  readonly origin: Origin;
}

/** A component as its page wrote it, and what its references came to mean. */
export interface Component extends Entry {
  /** Its key in the merged document. */
  readonly name: string;
  /** As the page wrote it: `value` has the references rewritten. */
  readonly written: Json;
  /** What each reference in it, as `section/name`, is called in the merged document. */
  readonly meanings: ReadonlyMap<string, string>;
}

/** A Path Item taken apart: what its operations share, and the operations. */
export interface PathItem {
  readonly shared: Map<string, Entry>;
  readonly operations: Map<string, Entry>;
}

/** The document being merged. Maps keep the order of first appearance. */
export interface Merged {
  /** Members of the root that are kept whole: `info`, `servers`, extensions and so on. */
  readonly members: Map<string, Entry>;
  readonly tags: Map<string, Entry>;
  readonly paths: Map<string, PathItem>;
  readonly webhooks: Map<string, PathItem>;
  /** By section and the name a page gave it; several where pages disagree. */
  readonly components: Map<string, Map<string, Component[]>>;
  /** Members of `components` that are no maps of components. */
  readonly otherComponents: Map<string, Entry>;
  /** Names taken in each section, by a component of any page or by a fresh name. */
  readonly taken: Map<string, Set<string>>;
}

/** Operations of a Path Item (OAS 3.2 §4.9; `query` and `additionalOperations` are of 3.2). */
const methods: ReadonlySet<string> = new Set(
  "get put post delete options head patch trace query".split(" "),
);

const takenApart: ReadonlySet<string> = new Set([
  "tags",
  "paths",
  "webhooks",
  "components",
]);

/** Takes the first page apart; it is the base of the merged document. */
export function readMerged(
  page: Source,
  taken: Map<string, Set<string>>,
): Merged {
  const root: Origin = { source: page.id, pointer: "" };
  const document = isObject(page.value) ? page.value : {};
  const members = new Map<string, Entry>();
  for (const [key, value] of Object.entries(document)) {
    // What is taken apart keeps its place among the members.
    members.set(key, {
      value: takenApart.has(key) ? null : value,
      origin: child(root, key),
    });
  }
  const sections = [...entriesOf(document, "components", root)];
  return {
    members,
    tags: readTags(document, root),
    paths: readPathItems(document, "paths", root),
    webhooks: readPathItems(document, "webhooks", root),
    components: new Map(
      sections
        .filter(([, { value }]) => isObject(value))
        .map(([section, entry]) => [section, readSection(entry)]),
    ),
    otherComponents: new Map(
      sections.filter(([, { value }]) => !isObject(value)),
    ),
    taken,
  };
}

function readSection(section: Entry): Map<string, Component[]> {
  const components = new Map<string, Component[]>();
  for (const [name, { value, origin }] of entriesOfMap(section)) {
    const meanings = new Map(
      [...referencesOf(value)].map((key) => [key, afterSlash(key)]),
    );
    components.set(name, [{ name, value, written: value, meanings, origin }]);
  }
  return components;
}

const afterSlash = (key: string) => key.slice(key.indexOf("/") + 1);

export function readTags(
  document: JsonObject,
  root: Origin,
): Map<string, Entry> {
  const tags = own(document, "tags");
  const found = new Map<string, Entry>();
  for (const [i, value] of (isArray(tags) ? tags : []).entries()) {
    const name = isObject(value) ? own(value, "name") : undefined;
    const key = typeof name === "string" ? name : JSON.stringify(value);
    if (!found.has(key))
      found.set(key, { value, origin: child(root, "tags", i) });
  }
  return found;
}

export function readPathItems(
  document: JsonObject,
  member: "paths" | "webhooks",
  root: Origin,
): Map<string, PathItem> {
  const items = new Map<string, PathItem>();
  for (const [path, item] of entriesOf(document, member, root)) {
    const entries = [...entriesOfMap(item)];
    items.set(path, {
      shared: new Map(entries.filter(([key]) => !methods.has(key))),
      operations: new Map(entries.filter(([key]) => methods.has(key))),
    });
  }
  return items;
}

export const entriesOf = (document: JsonObject, member: string, root: Origin) =>
  entriesOfMap({
    value: own(document, member) ?? null,
    origin: child(root, member),
  });

export function entriesOfMap({
  value,
  origin,
}: Entry): readonly (readonly [string, Entry])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, member]) => [
    key,
    { value: member, origin: child(origin, key) },
  ]);
}
