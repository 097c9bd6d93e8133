import type {
  Name,
  ResponseMediaPlan,
  ResponsePlan,
  StreamReader,
} from "../ir/client-plan.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { object, shapeArgument } from "./shape-text.ts";

const runtime = (module: string, name: string): Name => ({
  name,
  module: `runtime/${module}`,
  typeOnly: false,
});

/** What the readers of templates/runtime/read.ts ask for by themselves. */
const ownType: Readonly<Record<ResponseMediaPlan["reader"], string>> = {
  json: "application/json",
  text: "text/*",
  blob: "*/*",
  textEvents: "text/event-stream",
  jsonEvents: "text/event-stream",
  jsonLines: "application/jsonl",
  jsonSequence: "application/json-seq",
};

const streamModules: Readonly<Record<StreamReader, string>> = {
  textEvents: "event-stream",
  jsonEvents: "event-stream",
  jsonLines: "json-lines",
  jsonSequence: "json-lines",
};

const isStreamReader = (
  reader: ResponseMediaPlan["reader"],
): reader is StreamReader => Object.hasOwn(streamModules, reader);

/** The reader of a response, as an expression of templates/runtime. */
export function readerText({ media }: ResponsePlan, printer: Printer): string {
  const [first] = media;
  if (first === undefined) return printer.name(runtime("read", "nothing"));
  const readers = media.map(
    (each) => [each.type, oneText(each, printer)] as const,
  );
  const isSame = readers.every(([, text]) => text === readers[0]?.[1]);
  if (!isSame)
    return `${printer.name(runtime("read-choice", "byContentType"))}(${object(readers)})`;
  const text = readers[0]?.[1] ?? "";
  const types = media.map(({ type }) => type);
  if (types.length === 1 && first.type === ownType[first.reader]) return text;
  const accept = types.length === 1 ? literal(first.type) : literal(types);
  return `${printer.name(runtime("read", "accepting"))}(${accept}, ${text})`;
}

function oneText(
  { reader, shape }: ResponseMediaPlan,
  printer: Printer,
): string {
  if (isStreamReader(reader)) {
    const argument = shape === undefined ? "" : shapeArgument(shape, printer);
    return `${printer.name(runtime(streamModules[reader], reader))}(${argument})`;
  }
  return shape === undefined
    ? printer.name(runtime("read", reader))
    : `${printer.name(runtime("read", "jsonOf"))}(${shapeArgument(shape, printer)})`;
}
