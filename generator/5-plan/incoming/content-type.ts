import type {
  InterfaceDeclaration,
  Name,
  TypeExpr,
} from "../../ir/declaration-plan.ts";
import type { MediaType } from "../../ir/openapi.ts";
import { asReceived, formType } from "../operations/form-type.ts";
import { mediaKind } from "../operations/media-types.ts";
import { isBinary, typeOf } from "../operations/schema-kinds.ts";
import { typeExpr } from "../types/type-expr.ts";
import type { View } from "../types/usage.ts";
import type { IncomingContext } from "./plan-incoming.ts";

/** How a body is typed, and what a form of it may be called, where that is to have a name. */
interface Place {
  readonly view: View;
  readonly claim?: () => Name;
}

interface Content {
  readonly type: TypeExpr;
  /** The declarations of forms whose parts are not what they are in JSON. */
  readonly forms: readonly InterfaceDeclaration[];
}

/** A body in any of its media types, once it is parsed: by whom is the receiver's affair. */
export function contentType(
  content: readonly MediaType[],
  place: Place,
  context: IncomingContext,
): Content {
  const all = content.map((media) => mediaType(media, place, context));
  return {
    type: { kind: "union", members: all.map(({ type }) => type) },
    forms: all.flatMap(({ form }) => form ?? []),
  };
}

function mediaType(
  media: MediaType,
  { view, claim }: Place,
  { model, resolved }: IncomingContext,
): ReturnType<typeof formType> {
  const plain = (expr: TypeExpr) => ({ type: expr, form: undefined });
  const type = typeOf(media.schema, resolved);
  const kind = mediaKind(media);
  switch (kind) {
    case "text":
    case "stream":
      return plain({ kind: "keyword", keyword: "string" });
    case "binary":
      return plain(file);
    case "json":
    case "form":
    case "multipart":
    case "any":
      if (type === undefined)
        return plain({ kind: "keyword", keyword: "unknown" });
      if (isBinary(resolved.types.get(type))) return plain(file);
      return kind === "multipart"
        ? formType(type, {
            media: asReceived(media),
            model,
            resolved,
            view,
            file,
            claim,
          })
        : plain(typeExpr(type, view, model));
    default:
      return kind satisfies never;
  }
}

/** `request.formData()` gives a `File`, which is one; so is what a server puts into a form. */
const file: TypeExpr = { kind: "global", name: "Blob" };
