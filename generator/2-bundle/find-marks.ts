import { child } from "../diagnostics/origin.ts";
import type { Json } from "../ir/source.ts";
import type { Located } from "./bundle.ts";
import { splitReference, uriOf } from "./uri.ts";

/** Where a document names its parts by other means than where they stand. */
export interface Marks {
  /** Schemas that have a URI of their own by `$id`, or the document by `$self`; inner ones first. */
  readonly resources: readonly (readonly [uri: string, at: Located])[];
  /** Places named by `$anchor` or `$dynamicAnchor`. */
  readonly anchors: readonly {
    readonly name: string;
    /** The nearest `$id` around it, or the document. */
    readonly resource: string;
    readonly at: Located;
  }[];
}

/** JSON Schema 2020-12 §8.2; OAS 3.2 §4.1 for `$self`. */
export function findMarks(document: Located, uri: string): Marks {
  const resources: [string, Located][] = [];
  const anchors: Marks["anchors"][number][] = [];
  walk(document, uri, document.origin.pointer === "");
  return { resources: resources.reverse(), anchors };

  function walk(at: Located, base: string, isRoot: boolean): void {
    const { value } = at;
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      step(at, base, value.entries());
      return;
    }
    const named =
      text(value, "$id") ?? (isRoot ? text(value, "$self") : undefined);
    // Draft 6 wrote anchors as `$id: "#name"`.
    const [id = "", fragment = ""] =
      named === undefined ? [] : splitReference(named);
    const own = (id === "" ? undefined : uriOf(id, base)) ?? base;
    if (own !== base) resources.push([own, at]);
    for (const name of [
      text(value, "$anchor"),
      text(value, "$dynamicAnchor"),
      fragment,
    ])
      if (name) anchors.push({ name, resource: own, at });
    step(at, own, Object.entries(value));
  }

  function step(
    at: Located,
    base: string,
    members: Iterable<readonly [string | number, Json]>,
  ): void {
    for (const [key, value] of members)
      if (typeof value === "object" && value !== null)
        walk({ value, origin: child(at.origin, key) }, base, false);
  }
}

function text(value: object, key: string): string | undefined {
  if (!Object.hasOwn(value, key)) return undefined;
  const found = (value as { readonly [key: string]: Json })[key];
  return typeof found === "string" ? found : undefined;
}
