import type {
  BodyMediaPlan,
  BodyPlan,
  EncoderPlan,
  PartPlan,
} from "../ir/operation-plan.ts";
import type { ShapeExpr } from "../ir/shape-expr.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { object, shapeText } from "./shape-text.ts";
import { runtimeValue } from "./runtime-name.ts";

/** The encoder of a request body, as an expression of templates/runtime. */
export function bodyText(
  { choiceKey, media }: BodyPlan,
  printer: Printer,
): string {
  const [first] = media;
  if (choiceKey === undefined)
    return first === undefined ? "undefined" : mediaText(first, printer);
  const choices = media.map(({ encoder, shape, type }): [string, string] => [
    type,
    encoder.kind === "binary" && type.includes("*")
      ? printer.name(runtimeValue("range-body", "rangeBody"))
      : encoderText(encoder, shape, printer),
  ]);
  const key = choiceKey === "contentType" ? "" : `, ${literal(choiceKey)}`;
  return `${printer.name(runtimeValue("body-choice", "bodyChoice"))}(${object(choices)}${key})`;
}

/** The media type that an encoder says by itself. */
const ownType: Readonly<Record<EncoderPlan["kind"], string | undefined>> = {
  json: "application/json",
  text: "text/plain",
  binary: "application/octet-stream",
  form: "application/x-www-form-urlencoded",
  multipart: undefined,
};

function mediaText(
  { encoder, shape, type }: BodyMediaPlan,
  printer: Printer,
): string {
  const text = encoderText(encoder, shape, printer);
  if (encoder.kind === "multipart" || ownType[encoder.kind] === type)
    return text;
  return `${printer.name(runtimeValue("body-as", "sentAs"))}(${literal(type)}, ${text})`;
}

function encoderText(
  encoder: EncoderPlan,
  shape: ShapeExpr | undefined,
  printer: Printer,
): string {
  const tags = shape && shapeText(shape, printer);
  if (tags !== undefined && encoder.kind === "json")
    return `${printer.name(runtimeValue("body", "jsonBodyOf"))}(${tags})`;
  const text = plainText(encoder, printer);
  return tags === undefined
    ? text
    : `${printer.name(runtimeValue("body-as", "untagged"))}(${tags}, ${text})`;
}

function plainText(encoder: EncoderPlan, printer: Printer): string {
  const name = (module: string, text: string) =>
    printer.name(runtimeValue(module, text));
  switch (encoder.kind) {
    case "json":
      return name("body", "jsonBody");
    case "text":
      return name("text-body", "textBody");
    case "binary":
      return name("binary-body", "binaryBody");
    case "form": {
      const styles = encoder.fields.map((field): [string, string] => [
        field.name,
        printer.name(field.style),
      ]);
      const form = name("form-body", "formBody");
      if (styles.length === 0)
        return `${form}(${encoder.style === undefined ? "" : printer.name(encoder.style)})`;
      const otherwise = encoder.style ?? runtimeValue("form-body", "formField");
      return `${form}(${printer.name(otherwise)}, ${object(styles)})`;
    }
    case "multipart": {
      const parts = encoder.parts.map((part): [string, string] => [
        part.name,
        partText(part, printer),
      ]);
      return `${name("multipart-body", "multipartBody")}(${parts.length === 0 ? "" : object(parts)})`;
    }
    default:
      return encoder satisfies never;
  }
}

function partText({ hasHeaders, style }: PartPlan, printer: Printer): string {
  const text = partStyleText(style, printer);
  return hasHeaders
    ? `${printer.name(runtimeValue("part-styles", "withHeaders"))}(${text})`
    : text;
}

function partStyleText(style: PartPlan["style"], printer: Printer): string {
  if (style === undefined)
    return printer.name(runtimeValue("multipart-body", "parts"));
  switch (style.kind) {
    case "json": {
      const type =
        style.contentType === "application/json"
          ? ""
          : literal(style.contentType);
      return `${printer.name(runtimeValue("part-styles", "jsonPart"))}(${type})`;
    }
    case "typed":
      return `${printer.name(runtimeValue("multipart-body", "partOf"))}(${literal(style.contentType)})`;
    case "styled":
      return `${printer.name(runtimeValue("part-styles", "styledPart"))}(${printer.name(style.style)})`;
    default:
      return style satisfies never;
  }
}
