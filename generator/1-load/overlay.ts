import { resolve } from "node:path";
import type { Report } from "../diagnostics/diagnostic.ts";
import { child, type Origin } from "../diagnostics/origin.ts";
import type { Json, JsonObject, Source } from "../ir/source.ts";
import { isArray, isObject, own } from "./json.ts";
import type { LoadContext } from "./load.ts";
import { applyAction } from "./overlay/apply-action.ts";
import { parseDocument } from "./parse-document.ts";
import { readInput } from "./read-input.ts";

/**
 * Applies OpenAPI Overlays (1.0, 1.1) in the order given. Returns a new source: its text stays what
 * the author wrote, and what an overlay added is located at its nearest ancestor in it.
 */
export async function applyOverlays(
  source: Source,
  paths: readonly string[],
  context: LoadContext,
): Promise<Source> {
  let { value } = source;
  for (const path of paths) {
    const overlay = await loadOverlay(path, context);
    if (overlay === undefined) continue;
    reportOtherTarget(overlay, source, context);
    value = await applyOverlay(value, overlay, context.report);
  }
  return { ...source, value };
}

/** An Overlay Document, held to what applying it needs. */
interface Overlay {
  readonly id: string;
  readonly value: JsonObject;
  readonly minor: number;
  readonly actions: readonly Json[];
}

async function loadOverlay(
  path: string,
  context: LoadContext,
): Promise<Overlay | undefined> {
  const file = await readInput(path, context);
  const source =
    file && (await parseDocument(file, [0, file.text.length], context));
  if (source === undefined) return undefined;
  const { id, value } = source;
  const refuse = (pointer: string, found: string) => {
    context.report("overlay/not-overlay", { source: id, pointer }, { found });
    return undefined;
  };
  if (!isObject(value)) return refuse("", "it is not a map");
  const version = own(value, "overlay");
  if (version === undefined) return refuse("", "it has no member overlay");
  const [, minor] = /^1\.([01])(?:\.|$)/.exec(String(version)) ?? [];
  if (minor === undefined)
    return refuse("/overlay", `its version is ${String(version)}`);
  const actions = own(value, "actions");
  if (!isArray(actions)) return refuse("", "it has no list of actions");
  return { id, value, minor: Number(minor), actions };
}

/** Overlay 1.1, Overlay Object: actions are applied in order, each to the result of the one before. */
async function applyOverlay(
  target: Json,
  overlay: Overlay,
  report: Report,
): Promise<Json> {
  let value = target;
  for (const [i, action] of overlay.actions.entries()) {
    const origin: Origin = child(
      { source: overlay.id, pointer: "" },
      "actions",
      i,
    );
    value = await applyAction(value, action, {
      origin,
      minor: overlay.minor,
      report,
    });
  }
  return value;
}

/** `extends` is a URI reference relative to the overlay. One that is a URL cannot be told from a copy of it. */
function reportOtherTarget(
  overlay: Overlay,
  source: Source,
  { cwd, report }: LoadContext,
): void {
  const extended = own(overlay.value, "extends");
  if (typeof extended !== "string" || /^[a-z][a-z0-9+.-]+:/i.test(extended))
    return;
  const path = resolve(cwd, overlay.id, "..", decodePath(extended));
  if (path === resolve(cwd, source.id)) return;
  const origin = { source: overlay.id, pointer: "/extends" };
  report("overlay/extends-other", origin, {
    extends: extended,
    applied: source.id,
  });
}

function decodePath(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
