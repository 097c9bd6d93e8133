import { child } from "../diagnostics/origin.ts";
import type { Json } from "../ir/source.ts";
import type { Located } from "./bundle.ts";
import { splitReference, uriOf } from "./uri.ts";

/** Where a document names its parts by other means than where they stand. */
export interface Marks {
  /** Schemas that have a URI of their own by `$id`, or the document by `$self`; inner ones first. */
  readonly resources: readonly (readonly [uri: string, at: Located])[];
  /** Places named by `$anchor` or `$dynamicAnchor`. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  readonly name: string;
  /** The nearest `$id` around it, or the document. */
  readonly resource: string;
  readonly at: Located;
  /** Named by `$dynamicAnchor`: `$dynamicRef` may mean another one of this name. */
  readonly isDynamic: boolean;
}

/** JSON Schema 2020-12 §8.2; OAS 3.2 §4.1 for `$self`. */
export function findMarks(document: Located, uri: string): Marks {
  const resources: [string, Located][] = [];
  const anchors: Anchor[] = [];
  // The way to where the walk is: few places are marked, and only those need an origin.
  const way: string[] = [];
  walk(document.value, uri, document.origin.pointer === "");
  return { resources: resources.reverse(), anchors };

  function walk(value: Json, base: string, isRoot: boolean): void {
    if (typeof value !== "object" || value === null) return;
    const own = isMarked(value) ? mark(value, base, isRoot) : base;
    for (const key of Object.keys(value)) {
      const member = (value as Members)[key];
      if (typeof member !== "object" || member === null) continue;
      way.push(key);
      walk(member, own, false);
      way.pop();
    }
  }

  /** Notes what an object names; returns what references inside it start from. */
  function mark(value: object, base: string, isRoot: boolean): string {
    const named =
      text(value, "$id") ?? (isRoot ? text(value, "$self") : undefined);
    // Draft 6 wrote anchors as `$id: "#name"`.
    const [id = "", fragment = ""] =
      named === undefined ? [] : splitReference(named);
    const own = (id === "" ? undefined : uriOf(id, base)) ?? base;
    const at = (): Located => ({
      value: value as Json,
      origin: child(document.origin, ...way),
    });
    if (own !== base) resources.push([own, at()]);
    const dynamic = text(value, "$dynamicAnchor");
    if (dynamic)
      anchors.push({ name: dynamic, resource: own, at: at(), isDynamic: true });
    for (const name of [text(value, "$anchor"), fragment])
      if (name)
        anchors.push({ name, resource: own, at: at(), isDynamic: false });
    return own;
  }
}

const isMarked = (value: object): boolean =>
  !Array.isArray(value) && marks.some((key) => Object.hasOwn(value, key));

const marks = ["$id", "$self", "$anchor", "$dynamicAnchor"];

type Members = { readonly [key: string]: Json };

function text(value: object, key: string): string | undefined {
  if (!Object.hasOwn(value, key)) return undefined;
  const found = (value as Members)[key];
  return typeof found === "string" ? found : undefined;
}
