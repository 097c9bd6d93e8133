import { isDeepStrictEqual } from "node:util";
import type ts from "typescript";
import { differences, placeOf } from "./differences.ts";
import type { Sides } from "./program.ts";
import { rewrites, type Rewrite } from "./rewrites.ts";

/** The components that a rewrite matters to. */
export interface RewrittenComponents {
  readonly rewrite: Rewrite;
  readonly names: readonly string[];
}

/** The module that openapi-typescript makes, all rewrites there or one left out. */
export const theirModule = (without?: Rewrite): string =>
  without === undefined ? "theirs.ts" : `theirs without ${without}.ts`;

/** By rewrite that a document has use for, the components that differ, or differ elsewhere, without it. */
export function rewrittenComponents(
  { ours, theirs, checker }: Sides,
  used: ReadonlySet<Rewrite>,
): readonly RewrittenComponents[] {
  const withAll = theirs(theirModule());
  const places = (our: ts.Type, their: ts.Type | undefined) =>
    their && differences(our, their, checker).map(placeOf);
  return rewrites
    .filter(({ name }) => used.has(name))
    .map(({ name: rewrite }) => {
      const without = theirs(theirModule(rewrite));
      const names = [...ours]
        .filter(
          ([name, our]) =>
            !isDeepStrictEqual(
              places(our, without.get(name)),
              places(our, withAll.get(name)),
            ),
        )
        .map(([name]) => name);
      return { rewrite, names };
    });
}
