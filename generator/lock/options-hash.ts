import { relative, resolve, sep } from "node:path";
import { shown } from "../1-load/fetch-text.ts";
import type { GenerateOptions } from "../options.ts";
import { hashOf } from "./hash.ts";

/**
 * One hash for all that shapes a client beside the files that are read: the options, what the input is called in
 * headers of files, and the tags that are kept. Not headers: a hash of a short secret gives it away.
 */
export function optionsHash(
  input: string,
  { output: _, headers: __, ...options }: GenerateOptions,
  {
    cwd,
    tags,
  }: { readonly cwd: string; readonly tags: ReadonlyMap<string, string> },
): string {
  const name = /^https?:/i.test(input)
    ? shown(input)
    : relative(cwd, resolve(cwd, input)).split(sep).join("/");
  const overlays = options.overlays?.map(shown);
  const kept = [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(canonical({ name, options: { ...options, overlays }, kept }));
}

/** JSON with the members of each map sorted: the order in which options are written means nothing. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
