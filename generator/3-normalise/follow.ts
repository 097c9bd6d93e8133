import type { Located } from "../2-bundle/bundle.ts";
import { followReference } from "../2-bundle/follow-reference.ts";
import type { Context } from "./context.ts";
import type { Json } from "../ir/source.ts";
import { at, entries, isObject, items, own, string } from "./read.ts";

/** What it takes to follow References. */
export type Following = Pick<Context, "bundle" | "report">;

/** References in a row before they are taken for a circle. */
const hopLimit = 64;

/**
 * The value, or what its `$ref` names, through any number of References. Words beside a `$ref` go before those of what it names
 * (OAS 3.1 §4.8.23).
 */
export function follow(
  written: Located,
  { bundle, report }: Following,
): Located | undefined {
  let found: Located | undefined = written;
  let said: object = {};
  for (let hops = 0; found !== undefined; hops += 1) {
    const reference = string(own(found.value, "$ref"));
    if (reference === undefined) return withWords(found, said);
    said = { ...wordsOf(found.value), ...said };
    if (hops > hopLimit) {
      report("schema/reference-cycle", written.origin, { reference });
      return undefined;
    }
    found = followReference(bundle, reference, found.origin, report);
  }
  return undefined;
}

const wordsOf = (reference: Json): object =>
  Object.fromEntries(
    ["summary", "description"].flatMap((key) => {
      const text = string(own(reference, key));
      return text === undefined ? [] : [[key, text]];
    }),
  );

const withWords = (found: Located, said: object): Located =>
  isObject(found.value) && Object.keys(said).length > 0
    ? { ...found, value: { ...found.value, ...said } }
    : found;

/** The same where an object has to stand; anything else is reported and left out. */
export function followObject(
  written: Located,
  context: Following,
): Located | undefined {
  const found = follow(written, context);
  if (found === undefined || isObject(found.value)) return found;
  context.report("operation/not-an-object", found.origin, {
    found: inWords(found.value),
  });
  return undefined;
}

const inWords = (value: Json): string => {
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : JSON.stringify(value);
};

/** Nothing is lost where nothing was written, as after a YAML key without a value. */
const isNothing = (value: Json): boolean =>
  value === null ||
  (typeof value === "object" && Object.keys(value).length === 0);

/**
 * The members of the map at `key`. The map itself may be a `$ref`: OpenAPI does not say so, but
 * descriptions in many files are written like that (`paths: { $ref: paths/index.yaml }`).
 */
export function entriesAt(
  parent: Located | undefined,
  key: string,
  context: Following,
): readonly (readonly [string, Located])[] {
  const written = parent && at(parent, key);
  const found = written && follow(written, context);
  if (found && !isObject(found.value) && !isNothing(found.value))
    context.report("operation/not-an-object", found.origin, {
      found: inWords(found.value),
    });
  return entries(found);
}

/** The items of the list at `key`, which may be a `$ref` as well. */
export function itemsAt(
  parent: Located,
  key: string,
  context: Following,
): readonly Located[] {
  const written = at(parent, key);
  const found = written && follow(written, context);
  if (found && !Array.isArray(found.value) && !isNothing(found.value))
    context.report("operation/not-a-list", found.origin, {
      found: inWords(found.value),
    });
  return items(found);
}
