import type { Located } from "../2-bundle/bundle.ts";
import type { Api } from "../ir/openapi.ts";
import type { Context } from "./context.ts";
import { follow } from "./follow.ts";
import { at } from "./read.ts";
import { proseAt, textAt } from "./read-text.ts";

/** The Info Object, alike in every version (OAS 3.1 §4.8.2). */
export function readInfo(
  document: Located,
  context: Pick<Context, "bundle" | "report">,
): Pick<Api, "title" | "version" | "description"> {
  const written = at(document, "info");
  const info = written && follow(written, context);
  return {
    title: textAt(info, "title", context) ?? "API",
    version: textAt(info, "version", context) ?? "",
    description: proseAt(info, "description", context),
  };
}
