import type { Api, Operation } from "../ir/openapi.ts";

/**
 * The operations with the tags first that they are grouped by: a badge or an audience (the `kind` of a tag, OAS 3.2
 * §4.22 and the registry of tag kinds) says something else of an operation than what it is about.
 */
export function groupingTagsFirst(
  operations: readonly Operation[],
  tags: Api["tags"],
): readonly Operation[] {
  const others = new Set(
    tags
      .filter(({ kind }) => kind !== undefined && kind !== "nav")
      .map(({ name }) => name),
  );
  if (others.size === 0) return operations;
  return operations.map((operation) => ({
    ...operation,
    tags: [
      ...operation.tags.filter((tag) => !others.has(tag)),
      ...operation.tags.filter((tag) => others.has(tag)),
    ],
  }));
}
