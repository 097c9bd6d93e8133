import type { Json } from "../../ir/source.ts";
import type { Component, Merged, PathItem } from "./merged.ts";

/** Puts the merged document together again. */
export function writeMerged(merged: Merged): Json {
  const written = new Map<string, Json>();
  for (const key of merged.members.keys())
    written.set(key, merged.members.get(key)?.value ?? null);
  const add = (key: string, value: Json, empty: boolean) => {
    if (!empty || written.has(key)) written.set(key, value);
  };
  add(
    "tags",
    [...merged.tags.values()].map(({ value }) => value),
    merged.tags.size === 0,
  );
  add("paths", writePathItems(merged.paths), merged.paths.size === 0);
  add("webhooks", writePathItems(merged.webhooks), merged.webhooks.size === 0);
  const sections = new Map<string, Json>();
  for (const [section, byName] of merged.components)
    sections.set(section, writeSection(byName));
  for (const [key, { value }] of merged.otherComponents)
    sections.set(key, value);
  add("components", Object.fromEntries(sections), sections.size === 0);
  return Object.fromEntries(written);
}

const writeSection = (
  byName: ReadonlyMap<string, readonly Component[]>,
): Json =>
  Object.fromEntries(
    [...byName.values()].flat().map(({ name, value }) => [name, value]),
  );

const writePathItems = (items: ReadonlyMap<string, PathItem>): Json =>
  Object.fromEntries(
    [...items].map(([path, { shared, operations }]) => [
      path,
      Object.fromEntries(
        [...shared, ...operations].map(([key, { value }]) => [key, value]),
      ),
    ]),
  );
