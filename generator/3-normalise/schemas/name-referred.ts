import { posix } from "node:path";
import { pointerTokens, type Origin } from "../../diagnostics/origin.ts";
import type { Component } from "../../ir/openapi.ts";
import { schemaId } from "./schema-id.ts";

/**
 * Components of their own for the schemas that references name and `components.schemas` does not
 * list: files (`models/droplet.yml` is droplet), their members (`schemas.yml#/Droplet`), `$defs`.
 * What stands in the middle of something else (`…/properties/owner`) has no name to be called by.
 */
export function nameReferred(
  targets: readonly Origin[],
  components: readonly Component[],
  entry: string,
): readonly Component[] {
  const listed = new Set(components.map(({ schema }) => schema));
  const unnamed = targets
    .filter((target) => !listed.has(schemaId(target)))
    .flatMap((target) => {
      const words = wordsFor(target, posix.dirname(entry));
      return words === undefined ? [] : [{ schema: schemaId(target), words }];
    });
  const names = tellApart(
    unnamed.map(({ words }) => words),
    components.map(({ name }) => name),
  );
  return unnamed.map(({ schema, words: [tag = ""] }, index) => ({
    schema,
    name: names[index] ?? "",
    ...(tag !== "" && { tag }),
  }));
}

/** What a schema may be called by, nearest first: its own name, then the places around it. */
function wordsFor(
  { source, pointer }: Origin,
  home: string,
): readonly string[] | undefined {
  const tokens = pointerTokens(pointer);
  if (standsInside(tokens)) return undefined;
  // What stands around the whole description would be in every name, and differs from disk to disk.
  const path = posix.relative(home, source).split("/");
  const file = (path.at(-1) ?? "").replace(/(\.(schema|model))?\.[^.]+$/i, "");
  const [own, ...around] = [...path.slice(0, -1), file, ...tokens].toReversed();
  const said = around.filter((word) => !collective.test(word));
  return own === undefined || isIndex.test(own) ? said : [own, ...said];
}

/** Folders, files and members that only say what kind of thing is in them. */
const collective =
  /^(\.{0,2}|api|apis|attributes|common|components|defs|definitions|\$defs|index|_index|main|models?|openapi|resources|schemas?|shared|specs?|specification|src|types|v\d+)$/i;

/** A file that stands for its folder. */
const isIndex = /^(_?index|schema|)$/i;

function standsInside(tokens: readonly string[]): boolean {
  const [own = "", container] = tokens.toReversed();
  if (container === undefined) return false;
  if (/^(\$defs|definitions|schemas)$/.test(container)) return false;
  return (
    /^\d+$/.test(own) ||
    inline.has(container) ||
    inline.has(own) ||
    tokens[0] === "paths" ||
    tokens[0] === "webhooks"
  );
}

/** Keywords, and fields of OpenAPI, in whose value a schema stands as a part of something. */
const inline: ReadonlySet<string> = new Set([
  "additionalItems",
  "additionalProperties",
  "allOf",
  "anyOf",
  "contains",
  "content",
  "dependentSchemas",
  "else",
  "headers",
  "if",
  "itemSchema",
  "items",
  "not",
  "oneOf",
  "patternProperties",
  "prefixItems",
  "properties",
  "propertyNames",
  "schema",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
]);

/**
 * One name for each list of words: the first word, with as many of those around it in front as it
 * takes to differ from all others. Where all words are alike, a number.
 */
function tellApart(
  lists: readonly (readonly string[])[],
  taken: readonly string[],
): readonly string[] {
  const lengths = lists.map(() => 1);
  const nameAt = (index: number): string =>
    (lists[index] ?? []).slice(0, lengths[index]).toReversed().join("_");
  for (;;) {
    const clashing = sameNames(
      lists.map((_, index) => nameAt(index)),
      taken,
    );
    const longer = clashing.filter(
      (index) => (lengths[index] ?? 0) < (lists[index]?.length ?? 0),
    );
    if (longer.length === 0) break;
    for (const index of longer) lengths[index] = (lengths[index] ?? 0) + 1;
  }
  const used = new Set(taken.map(comparable));
  return lists.map((_, index) => {
    const name = nameAt(index) || "Unnamed";
    let free = name;
    for (let number = 2; used.has(comparable(free)); number += 1)
      free = `${name}_${number}`;
    used.add(comparable(free));
    return free;
  });
}

/** Indexes of the names that another one, or one that is taken, would be the same type name as. */
function sameNames(
  names: readonly string[],
  taken: readonly string[],
): readonly number[] {
  const counts = new Map<string, number>();
  for (const name of [...names, ...taken]) {
    const key = comparable(name);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...names.keys()].filter(
    (index) => (counts.get(comparable(names[index] ?? "")) ?? 0) > 1,
  );
}

/** Type names have no separators and differ in more than case. */
const comparable = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
