import type { Located } from "../2-bundle/bundle.ts";
import type { Api } from "../ir/openapi.ts";
import { follow, itemsAt, type Following } from "./follow.ts";
import { string } from "./read.ts";
import { proseAt, textAt } from "./read-text.ts";

/** OAS 3.2 §4.22; earlier versions have no `summary`, `parent` and `kind`. */
export const readTags = (document: Located, context: Following): Api["tags"] =>
  itemsAt(document, "tags", context).flatMap((written) => {
    const tag = follow(written, context);
    const name = textAt(tag, "name", context);
    if (name === undefined) return [];
    return [
      {
        name,
        summary: proseAt(tag, "summary", context),
        description: proseAt(tag, "description", context),
        parent: textAt(tag, "parent", context),
        kind: textAt(tag, "kind", context),
      },
    ];
  });

/** The names of tags that an operation lists. */
export const tagNamesOf = (
  operation: Located,
  context: Following,
): readonly string[] =>
  itemsAt(operation, "tags", context).flatMap(
    ({ value }) => string(value) ?? [],
  );
