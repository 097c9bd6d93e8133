import type { Origin } from "../diagnostics/origin.ts";
import type { Bundle, Located } from "./bundle.ts";
import type { Anchor } from "./find-marks.ts";
import { baseOf } from "./follow-reference.ts";

/** What `$dynamicAnchor` names, for `$dynamicRef` (JSON Schema 2020-12 §7.1, §8.2.2, §8.2.3.2). */
export interface DynamicAnchors {
  /** All of this name, whichever documents they are in. */
  named(name: string): readonly Located[];
  /** Those that whoever evaluates the schema at `place` comes by: of its schema resource, of its own, of its `$defs`. */
  boundAt(place: Origin): readonly Anchor[];
  /** What `#name` is in the schema at `from` where nothing binds it; `undefined` where that cannot be said. */
  initial(name: string, from: Origin): Located | undefined;
}

/**
 * A name stands for one schema in a resource, and a description as a whole is one. Authors of generic schemas leave out
 * the `$id` that would make each a resource of its own: a name that a resource has several times is read as bound by
 * the schemas that have it, each for itself.
 */
export function dynamicAnchors(bundle: Bundle): DynamicAnchors {
  const byName = new Map<string, Anchor[]>();
  const byResource = new Map<string, Anchor[]>();
  const byPlace = new Map<string, Anchor[]>();
  for (const { marks, source } of bundle.documents.values()) {
    const dynamic = marks.anchors.filter(({ isDynamic }) => isDynamic);
    for (const anchor of dynamic) {
      const { name, resource, at } = anchor;
      add(byName, name, anchor);
      add(byResource, resource, anchor);
      const { pointer } = at.origin;
      for (const place of new Set([pointer, holderOf(pointer)]))
        add(byPlace, `${source.id}#${place}`, anchor);
    }
  }
  const base = (place: Origin): string => {
    const document = bundle.documents.get(place.source);
    return document === undefined ? "" : baseOf(document, place);
  };
  const inResource = (resource: string, name: string): readonly Anchor[] =>
    (byResource.get(resource) ?? []).filter((anchor) => anchor.name === name);
  return {
    named: (name) => (byName.get(name) ?? []).map(({ at }) => at),
    boundAt(place) {
      const resource = base(place);
      const own = byPlace.get(`${place.source}#${place.pointer}`) ?? [];
      const shared = byResource.get(resource) ?? [];
      return [
        ...own.filter((anchor) => anchor.resource === resource),
        ...shared.filter(({ name }) => inResource(resource, name).length === 1),
      ];
    },
    initial(name, from) {
      const within = inResource(base(from), name);
      if (within.length === 1) return within[0]?.at;
      const around = within.filter(({ at }) =>
        `${from.pointer}/`.startsWith(`${holderOf(at.origin.pointer)}/`),
      );
      return around.reduce<Anchor | undefined>(
        (nearest, anchor) =>
          holderOf(anchor.at.origin.pointer).length >
          holderOf(nearest?.at.origin.pointer ?? "").length
            ? anchor
            : (nearest ?? anchor),
        undefined,
      )?.at;
    },
  };
}

function add(map: Map<string, Anchor[]>, key: string, anchor: Anchor): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [anchor]);
  else list.push(anchor);
}

/** The schema that has what stands here among its `$defs`, else what stands here itself. */
const holderOf = (pointer: string): string =>
  pointer.replace(/\/\$defs\/[^/]*$/, "");
