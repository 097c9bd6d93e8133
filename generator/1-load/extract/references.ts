import { pointerTokens } from "../../diagnostics/origin.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import { isArray, isObject, own } from "../json.ts";

/** The key of a component in the merged document. The same key where nothing changed. */
export type Rename = (section: string, name: string) => string;

/** Names that a value refers to components by, as `section/name`. */
export function referencesOf(value: Json): ReadonlySet<string> {
  const found = new Set<string>();
  rewriteReferences(value, (section, name) => {
    found.add(`${section}/${name}`);
    return name;
  });
  return found;
}

/**
 * A copy of a value with its references to components renamed: `$ref` (what follows the component's
 * name in its pointer stays), the mapping of a Discriminator, and the names in `security`.
 */
export function rewriteReferences(value: Json, rename: Rename): Json {
  if (isArray(value))
    return value.map((item) => rewriteReferences(item, rename));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]): [string, Json] => {
    if (key === "$ref" && typeof member === "string")
      return [key, rewriteRef(member, rename)];
    if (key === "discriminator" && isDiscriminator(member))
      return [key, rewriteDiscriminator(member, value, rename)];
    if (key === "security" && isArray(member))
      return [key, rewriteSecurity(member, rename)];
    return [key, rewriteReferences(member, rename)];
  });
  return Object.fromEntries(members);
}

export const rewriteSecurity = (
  requirements: readonly Json[],
  rename: Rename,
): Json =>
  requirements.map((requirement) =>
    isObject(requirement)
      ? Object.fromEntries(
          Object.entries(requirement).map(([name, scopes]) => [
            rename("securitySchemes", name),
            scopes,
          ]),
        )
      : requirement,
  );

function rewriteRef(ref: string, rename: Rename): string {
  const target = componentOf(ref);
  if (target === undefined) return ref;
  const renamed = rename(target.section, target.name);
  if (renamed === target.name) return ref;
  return [
    "#/components",
    target.section,
    encodeToken(renamed),
    ...target.rest,
  ].join("/");
}

/** `#/components/<section>/<name>`, its name unescaped, and the tokens below it as they were written. */
function componentOf(
  ref: string,
): { section: string; name: string; rest: string[] } | undefined {
  const [hash, components, section, name, ...rest] = ref.split("/");
  if (
    hash !== "#" ||
    components !== "components" ||
    !section ||
    name === undefined
  )
    return undefined;
  let decoded = name;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    // A lone % is left as it is written, as most readers do.
  }
  return { section, name: pointerTokens(`/${decoded}`)[0] ?? decoded, rest };
}

const encodeToken = (name: string): string =>
  encodeURIComponent(
    name.replaceAll("~", "~0").replaceAll("/", "~1"),
  ).replaceAll("%24", "$");

/**
 * A mapping names schemas by key or by reference. Without an entry a variant's own name is its tag
 * (OAS 3.1 §4.8.25), so a renamed variant gets an entry that keeps the tag it had.
 */
function rewriteDiscriminator(
  value: JsonObject,
  schema: JsonObject,
  rename: Rename,
): Json {
  const mapping = own(value, "mapping");
  const entries = new Map<string, Json>();
  for (const [tag, target] of Object.entries(
    isObject(mapping) ? mapping : {},
  )) {
    if (typeof target !== "string") entries.set(tag, target);
    else if (target.startsWith("#"))
      entries.set(tag, rewriteRef(target, rename));
    else entries.set(tag, isName(target) ? rename("schemas", target) : target);
  }
  const mapped = new Set(Object.values(isObject(mapping) ? mapping : {}));
  for (const variant of variantsOf(schema)) {
    const ref = isObject(variant) ? own(variant, "$ref") : undefined;
    const target = typeof ref === "string" ? componentOf(ref) : undefined;
    if (
      typeof ref !== "string" ||
      target === undefined ||
      entries.has(target.name)
    )
      continue;
    const rewritten = rewriteRef(ref, rename);
    const named = mapped.has(ref) || mapped.has(target.name);
    if (rewritten !== ref && !named) entries.set(target.name, rewritten);
  }
  return entries.size === 0
    ? value
    : { ...value, mapping: Object.fromEntries(entries) };
}

/** A property may be called `discriminator` as well; its schema has no `propertyName`. */
const isDiscriminator = (value: Json): value is JsonObject =>
  isObject(value) && typeof own(value, "propertyName") === "string";

const isName = (target: string): boolean => /^[A-Za-z0-9._-]+$/.test(target);

const variantsOf = (schema: JsonObject): readonly Json[] =>
  [own(schema, "oneOf"), own(schema, "anyOf")].flatMap((list) =>
    isArray(list) ? list : [],
  );
