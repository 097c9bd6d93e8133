import type { Located } from "../2-bundle/bundle.ts";
import type { Context } from "./context.ts";
import { follow } from "./follow.ts";
import { at, own, string } from "./read.ts";

/** A name or an id. A number stands for its digits, as YAML reads `version: 1.0`; else it is reported. */
export function textAt(
  parent: Located | undefined,
  key: string,
  { report }: Pick<Context, "report">,
): string | undefined {
  const found = parent && at(parent, key);
  if (found === undefined || typeof found.value === "string")
    return string(found?.value);
  if (typeof found.value === "number") return String(found.value);
  report("operation/not-text", found.origin, { key });
  return undefined;
}

/** What people read. Long texts are often kept in files of their own, by a `$ref` that OpenAPI does not know. */
export function proseAt(
  parent: Located | undefined,
  key: string,
  context: Pick<Context, "bundle" | "report">,
): string | undefined {
  const written = parent && at(parent, key);
  if (written === undefined || typeof written.value === "string")
    return string(written?.value);
  return own(written.value, "$ref") === undefined
    ? undefined
    : string(follow(written, context)?.value);
}
