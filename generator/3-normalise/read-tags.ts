import type { Located } from "../2-bundle/bundle.ts";
import { child, type Origin } from "../diagnostics/origin.ts";
import type { Api, Tag } from "../ir/openapi.ts";
import { type Following, follow, itemsAt } from "./follow.ts";
import { string } from "./read.ts";
import { proseAt, textAt } from "./read-text.ts";

/** OAS 3.2 §4.22; earlier versions have no `summary`, `parent` and `kind`. No tag is above itself. */
export function readTags(document: Located, context: Following): Api["tags"] {
  const found = itemsAt(document, "tags", context).flatMap((written) => {
    const tag = follow(written, context);
    const name = textAt(tag, "name", context);
    if (tag === undefined || name === undefined) return [];
    return {
      origin: tag.origin,
      tag: {
        name,
        summary: proseAt(tag, "summary", context),
        description: proseAt(tag, "description", context),
        parent: textAt(tag, "parent", context),
        kind: textAt(tag, "kind", context),
      },
    };
  });
  return withoutCircles(found, context);
}

interface Found {
  readonly tag: Tag;
  readonly origin: Origin;
}

function withoutCircles(
  found: readonly Found[],
  { report }: Pick<Following, "report">,
): readonly Tag[] {
  const parents = new Map(found.map(({ tag }) => [tag.name, tag.parent]));
  return found.map(({ origin, tag }) => {
    const { name, parent } = tag;
    if (parent === undefined) return tag;
    const at = child(origin, "parent");
    if (!parents.has(parent))
      report("operation/unknown-tag-parent", at, { name, parent });
    if (!above(name, parents).has(name)) return tag;
    report("operation/circular-tag-parent", at, { name, parent });
    parents.set(name, undefined);
    return { ...tag, parent: undefined };
  });
}

/** The names above a tag, itself among them where they lead around. */
function above(
  name: string,
  parents: ReadonlyMap<string, string | undefined>,
): ReadonlySet<string> {
  const names = new Set<string>();
  let parent = parents.get(name);
  while (parent !== undefined && !names.has(parent)) {
    names.add(parent);
    parent = parents.get(parent);
  }
  return names;
}

/** The names of tags that an operation lists. */
export const tagNamesOf = (
  operation: Located,
  context: Following,
): readonly string[] =>
  itemsAt(operation, "tags", context).flatMap(
    ({ value }) => string(value) ?? [],
  );
