import { child, pointerTokens, type Origin } from "../diagnostics/origin.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Json, Source } from "../ir/source.ts";

/**
 * 2-bundle
 * Before: the entry document. After: a way from every `$ref` to the value it names, or a diagnostic.
 */
export interface Bundle {
  readonly entry: Source;
  readonly documents: ReadonlyMap<string, Source>;
}

/** A value of a document together with the place where it is written. */
export interface Located {
  readonly value: Json;
  readonly origin: Origin;
}

export function bundle(entry: Source): Bundle {
  return { entry, documents: new Map([[entry.id, entry]]) };
}

export const root = (bundle: Bundle): Located => ({
  value: bundle.entry.value,
  origin: { source: bundle.entry.id, pointer: "" },
});

/**
 * The value that `reference` names, seen from `from` (RFC 3986 §4.4, RFC 6901 §6). A reference that
 * leads nowhere is reported, and the caller goes on without it.
 */
export function followReference(
  bundle: Bundle,
  reference: string,
  from: Origin,
  report: Report,
): Located | undefined {
  const [file = "", fragment = ""] = reference.split("#", 2);
  const document = file === "" ? bundle.documents.get(from.source) : undefined;
  if (document === undefined) {
    report("unsupported/external-reference", from, { reference });
    return undefined;
  }
  if (fragment !== "" && !fragment.startsWith("/")) {
    report("unsupported/anchor", from, { reference });
    return undefined;
  }
  const found = valueAt(
    { value: document.value, origin: { source: document.id, pointer: "" } },
    fragment,
  );
  if (found === undefined)
    report("schema/reference-unresolved", from, { reference });
  return found;
}

function valueAt(document: Located, fragment: string): Located | undefined {
  const pointer = decodeFragment(fragment);
  if (pointer === undefined) return undefined;
  let at = document;
  for (const token of pointerTokens(pointer)) {
    const next = member(at, token);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

function member(at: Located, token: string): Located | undefined {
  const { value } = at;
  if (
    typeof value !== "object" ||
    value === null ||
    !Object.hasOwn(value, token)
  )
    return undefined;
  if (Array.isArray(value) && !/^\d+$/.test(token)) return undefined;
  const found = (value as { readonly [key: string]: Json })[token];
  return found === undefined
    ? undefined
    : { value: found, origin: child(at.origin, token) };
}

/** A URI fragment is percent-encoded over the pointer (RFC 6901 §6). */
function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
