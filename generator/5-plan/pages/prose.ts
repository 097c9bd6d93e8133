import type { Field } from "./fields.ts";

/** What descriptions and formats say of a field beyond its name. */

/** A moment, and no place in a list: `after` is both. */
export const isAboutTime = ({ constraints, description }: Field): boolean =>
  /^date/.test(constraints.format ?? "") ||
  (/\b(date|time|timestamp|epoch|unix|ISO[- ]?8601|RFC[- ]?3339|created|updated)\b/i.test(
    description,
  ) &&
    !/\b(cursor|token|page|pagination|paginate|paging)\b/i.test(description));

/** A URL: by its format, by its name, by an example, by what is said of it. */
export function isUrl({
  annotations,
  constraints,
  description,
  kind,
  names,
}: Field): boolean {
  if (kind !== "text") return false;
  if (/^(uri|url|iri)/.test(constraints.format ?? "")) return true;
  if (names.some((name) => /(url|uri|link|href)$/.test(name))) return true;
  if (/\b(token|cursor)\b/i.test(description)) return false;
  const [example] = annotations.examples ?? [];
  return (
    (typeof example === "string" && /^(https?:\/\/|\/|\?)/.test(example)) ||
    /\b(ur[il]|link|href)\b/i.test(description)
  );
}

/** Prose that says how the pages end. */
export const saysTheEnd = (prose: string): boolean =>
  /\bempty (array|list|page|results?|response|set|collection)\b[^.]{0,80}\b(no more|last page|end of|beyond|past|exhausted|finished)/i.test(
    prose,
  ) ||
  /\b(no more|last page|end of|beyond|past|until|exhausted)\b[^.]{0,80}\bempty (array|list|page|results?|response|set|collection)\b/i.test(
    prose,
  ) ||
  /\b(fewer|less)\b[^.]{0,60}\b(than|results|items|records)\b[^.]{0,80}\b(last page|no more|the end|end of)\b/i.test(
    prose,
  );

/** A sum of money is no count. */
export const isMoney = ({ description }: Field): boolean =>
  /\b(amount|sum|price|cost|balance|currency|cents|revenue)\b/i.test(
    description,
  );

/** A count of this page's items, and not of all. */
export const isOfOnePage = ({ description }: Field): boolean =>
  /\b(in|on|of|for|within) (this|the current|the) (page|response|batch|call)\b|\bper page\b|\breturned in\b/i.test(
    description,
  );
