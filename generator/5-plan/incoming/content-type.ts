import type { TypeExpr } from "../../ir/declaration-plan.ts";
import type { MediaType } from "../../ir/openapi.ts";
import { mediaKind } from "../operations/media-types.ts";
import { isBinary, typeOf } from "../operations/schema-kinds.ts";
import { typeExpr } from "../types/type-expr.ts";
import type { View } from "../types/usage.ts";
import type { IncomingContext } from "./plan-incoming.ts";

/** A body in any of its media types, once it is parsed: by whom is the receiver's affair. */
export const contentType = (
  content: readonly MediaType[],
  view: View,
  context: IncomingContext,
): TypeExpr => ({
  kind: "union",
  members: content.map((media) => mediaType(media, view, context)),
});

function mediaType(
  media: MediaType,
  view: View,
  { model, resolved }: IncomingContext,
): TypeExpr {
  const type = typeOf(media.schema, resolved);
  const kind = mediaKind(media);
  switch (kind) {
    case "text":
    case "stream":
      return { kind: "keyword", keyword: "string" };
    case "binary":
      return { kind: "global", name: "Blob" };
    case "json":
    case "form":
    case "multipart":
    case "any":
      if (type === undefined) return { kind: "keyword", keyword: "unknown" };
      return isBinary(resolved.types.get(type))
        ? { kind: "global", name: "Blob" }
        : typeExpr(type, view, model);
    default:
      return kind satisfies never;
  }
}
