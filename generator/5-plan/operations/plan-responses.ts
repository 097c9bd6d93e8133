import type { TypeExpr } from "../../ir/declaration-plan.ts";
import type {
  ResponseMediaPlan,
  ResponsePlan,
} from "../../ir/operation-plan.ts";
import type { MediaType, Operation, Response } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeModel } from "../types/model.ts";
import { shapeExpr } from "../types/shapes.ts";
import { typeExpr } from "../types/type-expr.ts";
import { mediaKind, type MediaKind } from "./media-types.ts";
import type { OperationContext } from "./plan-operation.ts";
import { planStream, type StreamPlan } from "./plan-stream.ts";
import { reportItems } from "./report-items.ts";
import {
  isBinary,
  isScalar,
  isText,
  mayBeText,
  typeOf,
} from "./schema-kinds.ts";

interface ResponseContext {
  readonly resolved: Resolved;
  readonly model: TypeModel;
}

type Reader = ResponseMediaPlan["reader"];

/** A media type of a response as it is read. A range may be read in two ways, by what arrives. */
interface Read {
  readonly type: string;
  readonly media: MediaType;
  readonly reader: Reader;
  /** Of a body that is read item by item. */
  readonly stream?: StreamPlan;
}

/** The readers of the documented responses, in their order, after those of what a range says too much of. */
export function planResponses(
  operation: Operation,
  context: OperationContext,
): readonly ResponsePlan[] {
  const { responses } = operation;
  const planned = responses.flatMap((response) =>
    response.status.startsWith("1") || isLeftToRuntime(response, responses)
      ? []
      : [planResponse(response, context)],
  );
  return [...emptySuccesses(operation, planned, context), ...planned];
}

/**
 * A failure without content may well have some, which the runtime reads as it arrives unless a range or
 * `default` would be asked.
 */
function isLeftToRuntime(
  { content, status }: Response,
  all: readonly Response[],
): boolean {
  if (content.length > 0 || isBodiless(status)) return false;
  return !all.some(
    (wider) =>
      wider.content.length > 0 &&
      wider.status !== status &&
      (wider.status === "default" || wider.status === `${status[0]}XX`),
  );
}

/** A success without content has nothing to read, and neither has a redirect: both are documented. */
const isBodiless = (status: string): boolean => /^[23]/.test(status);

/**
 * A 204 or 205 under `2XX` with content has none all the same (RFC 9110 §15.3.5). It is nothing where the type of a
 * success says that there may be nothing; elsewhere it is what nobody looks for, and an error.
 */
function emptySuccesses(
  operation: Operation,
  planned: readonly ResponsePlan[],
  context: OperationContext,
): readonly ResponsePlan[] {
  const range = planned.find(({ status }) => status === "2XX");
  const isJson = range?.media.some(({ reader }) => reader === "json");
  if (!isJson || !mayBeNothing(successType(operation, context))) return [];
  return ["204", "205"]
    .filter((status) => !planned.some((each) => each.status === status))
    .map((status) => ({ status, media: [], bare: "nothing" }));
}

const mayBeNothing = (type: TypeExpr): boolean =>
  type.kind === "union"
    ? type.members.some(mayBeNothing)
    : type.kind === "keyword" && /^(undefined|unknown)$/.test(type.keyword);

function planResponse(
  response: Response,
  context: OperationContext,
): ResponsePlan {
  const read = readsOf(response, context);
  const media = read.map(
    ({ media, reader, stream, type }): ResponseMediaPlan => {
      if (stream !== undefined) {
        const { shape, texts } = stream;
        return { type, reader, shape, ...(texts && { texts }) };
      }
      reportItems(media, context.report);
      const schema = typeOf(media.schema, context.resolved);
      return {
        type,
        reader,
        shape:
          schema !== undefined && reader === "json"
            ? shapeExpr(schema, context.model)
            : undefined,
      };
    },
  );
  return {
    status: response.status,
    media,
    bare: isBodiless(response.status) ? "nothing" : "undocumented",
  };
}

/** What a call resolves to: the body of any success. */
export function successType(
  operation: Operation,
  context: ResponseContext,
): TypeExpr {
  const successes = operation.responses.filter(isSuccess(operation));
  if (successes.length === 0) return { kind: "keyword", keyword: "unknown" };
  return {
    kind: "union",
    members: successes.map((response) => bodyType(response, context)),
  };
}

/** Whether a call resolves with this response of the operation: `default` only where there is no 2xx. */
export const isSuccess = ({ responses }: Operation) => {
  const isDocumented = responses.some(({ status }) => status.startsWith("2"));
  return ({ status }: Response): boolean =>
    isDocumented ? status.startsWith("2") : status === "default";
};

/** The body of one response, in any of its media types. */
export function bodyType(
  response: Response,
  context: ResponseContext,
): TypeExpr {
  const types = readsOf(response, context).map((read): TypeExpr => {
    const { media, reader, stream } = read;
    if (stream !== undefined)
      return { kind: "global", name: "AsyncIterable", args: [stream.item] };
    if (reader === "text") return { kind: "keyword", keyword: "string" };
    if (reader === "blob") return { kind: "global", name: "Blob" };
    const type = typeOf(media.schema, context.resolved);
    return type === undefined
      ? { kind: "keyword", keyword: "unknown" }
      : typeExpr(type, "output", context.model);
  });
  const [only, second] = types;
  if (only !== undefined)
    return second === undefined ? only : { kind: "union", members: types };
  return {
    kind: "keyword",
    keyword: isBodiless(response.status) ? "undefined" : "unknown",
  };
}

/** The one JSON body of a response, which a page is looked for in. */
export const jsonMedia = (
  content: readonly MediaType[],
): MediaType | undefined =>
  content.find((media) => mediaKind(media) === "json") ??
  content.find((media) => mediaKind(media) === "any");

/**
 * JSON first, which is also what is assumed of a response that does not say what it is; the rest in the
 * order of the description.
 */
const readsOf = (
  { content, status }: Response,
  context: ResponseContext,
): readonly Read[] =>
  content
    .flatMap((media) => readMedia(media, status, context))
    .filter((read, _, all) => read === firstOf(read.type, all))
    .sort((a, b) => Number(isJson(b)) - Number(isJson(a)));

const isJson = ({ reader }: Read): boolean =>
  reader === "json" || reader === "jsonOrNothing";

/** What is said of a type goes before what is assumed of anything. */
function firstOf(type: string, all: readonly Read[]): Read | undefined {
  const same = all.filter((read) => read.type === type);
  return same.find(({ media }) => media.type === type) ?? same[0];
}

function readMedia(
  media: MediaType,
  status: string,
  context: ResponseContext,
): readonly Read[] {
  const { resolved } = context;
  const kind = mediaKind(media);
  if (kind === "stream" && status.startsWith("2")) {
    const stream = planStream(media, context);
    return [{ type: media.type, media, reader: stream.reader, stream }];
  }
  const type = typeOf(media.schema, resolved);
  // An error is one value, read at once.
  if (kind === "stream" && type !== undefined && !isText(type, resolved.types))
    return [{ type: media.type, media, reader: "json" }];
  // JSON has no bytes: a file whose contents are JSON is meant.
  const isFile = type !== undefined && isBinary(resolved.types.get(type));
  if (kind === "json" && isFile)
    return [{ type: media.type, media, reader: "blob" }];
  const isUnknown =
    type === undefined || resolved.types.get(type)?.kind === "unknown";
  if (kind === "json" && isUnknown)
    return [{ type: media.type, media, reader: "jsonOrNothing" }];
  if (kind !== "any")
    return [{ type: media.type, media, reader: readers[kind] }];
  const anything = { type: "*/*", media };
  if (isFile) return [{ ...anything, reader: "blob" }];
  if (isUnknown) return [{ ...anything, reader: "undocumented" }];
  // A text in JSON has quotes, and a server that may send anything sends either.
  return isScalar(type, resolved.types) && mayBeText(type, resolved.types)
    ? [
        { type: "application/json", media, reader: "json" },
        { ...anything, reader: "text" },
      ]
    : [{ ...anything, reader: "json" }];
}

const readers: Readonly<Record<Exclude<MediaKind, "any">, Reader>> = {
  json: "json",
  text: "text",
  stream: "text",
  form: "text",
  multipart: "blob",
  binary: "blob",
};
