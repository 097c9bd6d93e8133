import type {
  BodyReader,
  EventNames,
  RequestPlan,
  ResponseMediaPlan,
  ResponsePlan,
  StreamReader,
} from "../ir/operation-plan.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { object, shapeText } from "./shape-text.ts";
import { runtimeValue } from "./runtime-name.ts";

/** What an operation accepts: all media types of its responses; anything at all where one may be anything. */
export function acceptText({
  accept,
  responses,
}: Pick<RequestPlan, "accept" | "responses">): string | undefined {
  const types =
    accept ?? responses.flatMap(({ media }) => media.map(({ type }) => type));
  if (types.length === 0) return undefined;
  return literal(
    types.includes("*/*") ? "*/*" : [...new Set(types)].join(", "),
  );
}

/** The readers of an operation by status, as an expression of templates/runtime. */
export function readersText(
  responses: readonly ResponsePlan[],
  printer: Printer,
): string {
  return object(
    responses.map((response) => [
      response.status,
      readerText(response, printer),
    ]),
  );
}

const streamModules: Readonly<Record<StreamReader, string>> = {
  textEvents: "event-stream",
  jsonEvents: "event-stream",
  jsonLines: "json-lines",
  jsonSequence: "json-lines",
};

const bodyModules: Readonly<Record<BodyReader, string>> = {
  json: "read",
  jsonOrNothing: "json-or-nothing",
  jsonScalar: "json-scalar",
  text: "read",
  blob: "read",
  undocumented: "read",
};

const bareModules: Readonly<Record<ResponsePlan["bare"], string>> = {
  nothing: "read",
  undocumented: "read",
  noItems: "stream",
};

const isStreamReader = (
  reader: ResponseMediaPlan["reader"],
): reader is StreamReader => Object.hasOwn(streamModules, reader);

/** The reader of a response, as an expression of templates/runtime. */
function readerText({ bare, media }: ResponsePlan, printer: Printer): string {
  const [first] = media;
  if (first === undefined)
    return printer.name(runtimeValue(bareModules[bare], bare));
  const readers = media.map(
    (each) => [each.type, oneText(each, printer)] as const,
  );
  const isSame = readers.every(([, text]) => text === readers[0]?.[1]);
  if (!isSame)
    return `${printer.name(runtimeValue("read-choice", "byContentType"))}(${object(readers)})`;
  return oneText(first, printer);
}

const eventNamesText = (of: EventNames): string =>
  "except" in of
    ? object([["except", eventNamesText(of.except)]])
    : `[${of.map((name) => literal(name)).join(", ")}]`;

function oneText(media: ResponseMediaPlan, printer: Printer): string {
  const { isNullable, reader, scalars, shape, texts } = media;
  if (isStreamReader(reader)) {
    const shown = shape === undefined ? "" : shapeText(shape, printer);
    const given =
      texts === undefined
        ? shown
        : `${shown || "undefined"}, ${eventNamesText(texts)}`;
    return `${printer.name(runtimeValue(streamModules[reader], reader))}(${given})`;
  }
  const name = printer.name(
    shape === undefined
      ? runtimeValue(bodyModules[reader], reader)
      : runtimeValue("read", "jsonOf"),
  );
  if (scalars !== undefined)
    return `${name}(${scalars.map((type) => literal(type)).join(", ")})`;
  const text =
    shape === undefined ? name : `${name}(${shapeText(shape, printer)})`;
  return isNullable === true
    ? `${printer.name(runtimeValue("or-null", "orNull"))}(${text})`
    : text;
}
