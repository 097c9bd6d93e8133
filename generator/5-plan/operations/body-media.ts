import type {
  InterfaceDeclaration,
  TypeExpr,
} from "../../ir/declaration-plan.ts";
import type { BodyMediaPlan, EncoderPlan } from "../../ir/operation-plan.ts";
import type { MediaType } from "../../ir/openapi.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { shapeExpr } from "../types/shapes.ts";
import { typeExpr } from "../types/type-expr.ts";
import { planForm } from "./field-styles.ts";
import { formType, hasOwnParts } from "./form-type.ts";
import { essenceOf, isRange, mediaKind } from "./media-types.ts";
import { planParts } from "./part-styles.ts";
import type { OperationContext } from "./plan-operation.ts";
import { reportItems } from "./report-items.ts";
import { isBinary, isScalar, mayBeObject, typeOf } from "./schema-kinds.ts";

/** One media type of a request body. */
export interface PlannedMedia {
  readonly plan: BodyMediaPlan;
  readonly type: TypeExpr;
  /** The declaration of `type`, where it is this body's own. */
  readonly form: InterfaceDeclaration | undefined;
  /** Whether the schema has files, which this media type can only carry as text. */
  readonly hasLostFiles: boolean;
}

/** `multipart/mixed` and its like have parts without names, which no property is (OAS 3.1 §4.8.15.3). */
export const isSendable = (media: MediaType): boolean =>
  mediaKind(media) !== "multipart" ||
  essenceOf(media.type) === "multipart/form-data";

/** Whether a form is described as something that has no fields: a list, or a single value or file. */
export function lacksFields(
  media: MediaType,
  { resolved }: OperationContext,
): boolean {
  const { types } = resolved;
  const type = typeOf(media.schema, resolved);
  if (type === undefined) return false;
  const kind = mediaKind(media);
  const isForm =
    kind === "multipart" || (kind === "form" && !isScalar(type, types));
  return isForm && (isBinary(types.get(type)) || !mayBeObject(type, types));
}

export function planMedia(
  media: MediaType,
  operation: string,
  context: OperationContext,
): PlannedMedia {
  const { model, report, resolved } = context;
  reportItems(media, report);
  const isOpen = lacksFields(media, context);
  const type = isOpen ? undefined : typeOf(media.schema, resolved);
  const encoder = planEncoder(media, type, context);
  const isStructured = encoder.kind !== "text" && encoder.kind !== "binary";
  const { form, type: body } = isOpen
    ? { form: undefined, type: anyFields }
    : bodyType(media, type, encoder, operation, context);
  return {
    form,
    type: body,
    hasLostFiles:
      (encoder.kind === "json" || encoder.kind === "form") &&
      type !== undefined &&
      hasOwnParts(type, { media: { ...media, encoding: [] }, resolved }),
    plan: {
      type: sentType(media.type, encoder.kind),
      encoder,
      shape:
        isStructured && type !== undefined
          ? shapeExpr(type, "input", model)
          : undefined,
    },
  };
}

function planEncoder(
  media: MediaType,
  type: TypeId | undefined,
  { resolved }: OperationContext,
): EncoderPlan {
  const isText = type !== undefined && isScalar(type, resolved.types);
  const kind = mediaKind(media);
  switch (kind) {
    case "json":
      // JSON has no bytes: a file whose contents are JSON is meant.
      return {
        kind:
          type !== undefined && isBinary(resolved.types.get(type))
            ? "binary"
            : "json",
      };
    case "text":
    case "binary":
      return { kind };
    case "stream":
      return { kind: "text" };
    case "form":
      // A text is a form that the caller has encoded.
      return isText ? { kind: "text" } : planForm(media, type, resolved);
    case "multipart":
      return { kind: "multipart", parts: planParts(media, type, resolved) };
    case "any":
      if (type === undefined || isBinary(resolved.types.get(type)))
        return { kind: "binary" };
      return { kind: isText ? "text" : "json" };
    default:
      return kind satisfies never;
  }
}

/** What a range of media types is sent as: the plainest type of its kind. */
function sentType(written: string, encoder: EncoderPlan["kind"]): string {
  if (mediaKind({ type: written }) !== "any") return written;
  if (encoder === "json") return "application/json";
  return encoder === "text" ? "text/*" : "*/*";
}

/** Whether a body of a range cannot go out without the caller's saying what it is. */
export const needsName = (
  type: string,
  encoder: EncoderPlan["kind"],
): boolean =>
  isRange(type) &&
  !(encoder === "text" && essenceOf(type) === "text/*") &&
  !(encoder === "binary" && essenceOf(type) === "*/*");

const anyFields: TypeExpr = {
  kind: "record",
  values: { kind: "keyword", keyword: "unknown" },
};

const binary: TypeExpr = {
  kind: "name",
  name: { name: "Binary", module: "runtime/binary-body", typeOnly: true },
};

/** A `Blob`, and so a `File`, which has a name, or a stream. */
const sentFile: TypeExpr = {
  kind: "union",
  members: [
    { kind: "global", name: "Blob" },
    {
      kind: "name",
      name: {
        name: "StreamedFile",
        module: "runtime/streamed-file",
        typeOnly: true,
      },
    },
  ],
};

function bodyType(
  media: MediaType,
  type: TypeId | undefined,
  encoder: EncoderPlan,
  operation: string,
  { model, module, resolved }: OperationContext,
): {
  readonly type: TypeExpr;
  readonly form: InterfaceDeclaration | undefined;
} {
  const plain = (expr: TypeExpr) => ({ type: expr, form: undefined });
  switch (encoder.kind) {
    case "binary":
      return plain(binary);
    case "text":
      return plain(
        type !== undefined && isScalar(type, resolved.types)
          ? typeExpr(type, "input", model)
          : { kind: "keyword", keyword: "string" },
      );
    case "json":
    case "form":
      return plain(
        type === undefined
          ? { kind: "keyword", keyword: "unknown" }
          : typeExpr(type, "input", model),
      );
    case "multipart":
      if (type === undefined)
        return plain({ kind: "keyword", keyword: "unknown" });
      return formType(type, {
        media,
        model,
        resolved,
        view: "input",
        file: sentFile,
        claim: () => {
          const capital =
            operation.charAt(0).toUpperCase() + operation.slice(1);
          const names = [`${capital}Form`, `${capital}FormData`];
          return { name: model.registry.claim(names), module, typeOnly: true };
        },
      });
    default:
      return encoder satisfies never;
  }
}
