import type { Report } from "../../diagnostics/diagnostic.ts";
import { child, type Origin } from "../../diagnostics/origin.ts";
import type { Json } from "../../ir/source.ts";
import { isArray, isObject, own } from "../json.ts";
import { mergeUpdate } from "./merge-update.ts";
import { at, remove, replace, type Path } from "./paths.ts";
import { select } from "./select.ts";

export interface ActionContext {
  readonly origin: Origin;
  /** The overlay's version is 1.this. */
  readonly minor: number;
  readonly report: Report;
}

/** Applies one Action Object (Overlay 1.1 §4.4.3) and returns the new document. */
export async function applyAction(
  document: Json,
  action: Json,
  context: ActionContext,
): Promise<Json> {
  const { origin, report } = context;
  const target = isObject(action) ? own(action, "target") : undefined;
  if (!isObject(action) || typeof target !== "string") {
    report("overlay/action", origin, { problem: "it has no target" });
    return document;
  }
  const paths = await select(document, target, child(origin, "target"), report);
  if (paths === undefined) return document;
  if (paths.length === 0) {
    report("overlay/no-match", child(origin, "target"), { target });
    return document;
  }
  if (own(action, "remove") === true)
    return removeAll(document, paths, context);
  const update = await readUpdate(document, action, context);
  return update === undefined
    ? document
    : updateAll(document, paths, update, context);
}

interface Update {
  readonly value: Json;
  readonly origin: Origin;
}

/** What is merged in: the value of `update`, or the node that `copy` selects (1.1 only). */
async function readUpdate(
  document: Json,
  action: { readonly [key: string]: Json },
  { origin, minor, report }: ActionContext,
): Promise<Update | undefined> {
  const update = own(action, "update");
  const copy = own(action, "copy");
  const refuse = (member: string | undefined, problem: string) => {
    report(
      "overlay/action",
      member === undefined ? origin : child(origin, member),
      { problem },
    );
    return undefined;
  };
  if (update !== undefined && copy !== undefined && minor >= 1) {
    return refuse("copy", "it has both update and copy");
  }
  if (update !== undefined)
    return { value: update, origin: child(origin, "update") };
  if (copy === undefined)
    return refuse(undefined, "it has none of update, remove: true and copy");
  if (minor < 1) return refuse("copy", "copy needs overlay: 1.1.0");
  if (typeof copy !== "string") return refuse("copy", "copy is not a JSONPath");
  const from = await select(document, copy, child(origin, "copy"), report);
  if (from === undefined) return undefined;
  const [only] = from;
  if (only === undefined || from.length > 1) {
    return refuse(
      "copy",
      `copy must select one node, and it selects ${from.length}`,
    );
  }
  const value = at(document, only);
  return value === undefined
    ? undefined
    : { value, origin: child(origin, "copy") };
}

function removeAll(
  document: Json,
  paths: readonly Path[],
  context: ActionContext,
): Json {
  if (paths.some((path) => path.length === 0)) {
    const problem = "the whole document cannot be removed";
    context.report("overlay/action", context.origin, { problem });
    return document;
  }
  return remove(document, paths);
}

function updateAll(
  document: Json,
  paths: readonly Path[],
  update: Update,
  { report }: ActionContext,
): Json {
  const targets = paths.map((path) => at(document, path));
  const kinds = new Set(targets.map((target) => kindOf(target ?? null)));
  if (kinds.size > 1) {
    const problem = `it selects ${[...kinds].join(" and ")}; they must be of one kind to be updated`;
    report("overlay/action", update.origin, { problem });
    return document;
  }
  return replace(document, paths, (target) =>
    mergeUpdate(target, update.value, (at, from, into) =>
      report("overlay/incompatible", child(update.origin, ...at), {
        update: kindOf(from),
        target: kindOf(into),
        at: at.length === 0 ? "the target" : at.join("/"),
      }),
    ),
  );
}

function kindOf(value: Json): string {
  if (isArray(value)) return "a list";
  return isObject(value) ? "a map" : "a plain value";
}
