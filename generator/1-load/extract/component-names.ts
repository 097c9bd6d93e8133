import type { Source } from "../../ir/source.ts";
import { isObject } from "../json.ts";
import { entriesOf, entriesOfMap } from "./merged.ts";

/** The names that any page gives a component, by section: a fresh name must be none of them. */
export function componentNames(
  pages: readonly Source[],
): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { id, value } of pages) {
    if (!isObject(value)) continue;
    for (const [section, entry] of entriesOf(value, "components", {
      source: id,
      pointer: "",
    })) {
      const known = names.get(section) ?? new Set();
      for (const [name] of entriesOfMap(entry)) known.add(name);
      names.set(section, known);
    }
  }
  return names;
}

/** `Pet2`, `Pet3`, … whichever is free; taken from then on. */
export function freshName(name: string, taken: Set<string>): string {
  for (let n = 2; ; n++) {
    const fresh = `${name}${n}`;
    if (taken.has(fresh)) continue;
    taken.add(fresh);
    return fresh;
  }
}
