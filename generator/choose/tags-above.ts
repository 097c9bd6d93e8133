import type { Api } from "../ir/openapi.ts";
import type { Candidate } from "./filter.ts";

/** A candidate with the tags above its own (`parent`, OAS 3.2 §4.22): who chooses a tag means those below it as well. */
export function withTagsAbove(
  tags: Api["tags"],
): <C extends Candidate>(candidate: C) => C {
  const parents = new Map(tags.map(({ name, parent }) => [name, parent]));
  return (candidate) => {
    // A set is gone through to its end, whatever is added on the way.
    const all = new Set(candidate.tags);
    for (const tag of all) {
      const parent = parents.get(tag);
      if (parent !== undefined) all.add(parent);
    }
    return { ...candidate, tags: [...all] };
  };
}
