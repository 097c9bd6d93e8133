import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import { child } from "../../diagnostics/origin.ts";
import type { Json, JsonObject, Source } from "../../ir/source.ts";
import { equal, isArray, isObject, own } from "../json.ts";
import { mergeComponents } from "./merge-components.ts";
import { mergePathItems, type Scope } from "./merge-path-items.ts";
import { readPathItems, readTags, type Merged } from "./merged.ts";
import { rewriteSecurity, type Rename } from "./references.ts";

/** Adds one page to the merged document. */
export function mergePage(merged: Merged, page: Source, report: Report): void {
  if (!isObject(page.value)) return;
  const document = page.value;
  const root: Origin = { source: page.id, pointer: "" };
  const rename = mergeComponents(merged, document, root, report);
  mergeTags(merged, document, root, report);
  const scope = readScope(merged, document, root, rename, report);
  for (const member of ["paths", "webhooks"] as const) {
    mergePathItems(merged[member], readPathItems(document, member, root), {
      rename,
      scope,
      report,
    });
  }
  mergeMembers(merged, document, root, report);
}

function mergeTags(
  merged: Merged,
  document: JsonObject,
  root: Origin,
  report: Report,
): void {
  for (const [tag, entry] of readTags(document, root)) {
    const known = merged.tags.get(tag);
    if (known === undefined) merged.tags.set(tag, entry);
    else if (!equal(known.value, entry.value)) {
      report("extract/unequal-tag", entry.origin, { tag }, [
        { origin: known.origin, message: "the first page says this" },
      ]);
    }
  }
}

/** The values a page's operations would no longer inherit from the merged document: they must carry them. */
function readScope(
  merged: Merged,
  document: JsonObject,
  root: Origin,
  rename: Rename,
  report: Report,
): Scope {
  const security = own(document, "security");
  const rewritten = isArray(security)
    ? rewriteSecurity(security, rename)
    : security;
  const servers = own(document, "servers");
  const none = isArray(servers) && servers.length === 0;
  const members = { servers: none ? undefined : servers, security: rewritten };
  const scope: { servers?: Json; security?: Json } = {};
  for (const member of ["servers", "security"] as const) {
    const known = merged.members.get(member);
    const value = members[member] ?? defaults[member];
    if (equal(known?.value ?? defaults[member], value)) continue;
    scope[member] = value;
    const origin = Object.hasOwn(document, member) ? child(root, member) : root;
    report("extract/unequal-scope", origin, { member }, [
      ...(known
        ? [{ origin: known.origin, message: "the first page says this" }]
        : []),
    ]);
  }
  return scope;
}

/** What an absent member means (OAS 3.1 §4.8.1). */
const defaults = { servers: [{ url: "/" }], security: [] } as const;

const handled: ReadonlySet<string> = new Set(
  "openapi tags paths webhooks components servers security".split(" "),
);

/** `info`, `externalDocs`, extensions: the first page to have one wins. */
function mergeMembers(
  merged: Merged,
  document: JsonObject,
  root: Origin,
  report: Report,
): void {
  for (const [member, value] of Object.entries(document)) {
    if (handled.has(member)) continue;
    const known = merged.members.get(member);
    const origin = child(root, member);
    if (known === undefined) merged.members.set(member, { value, origin });
    else if (!equal(known.value, value)) {
      report("extract/unequal-member", origin, { member }, [
        { origin: known.origin, message: "the first page says this" },
      ]);
    }
  }
}
