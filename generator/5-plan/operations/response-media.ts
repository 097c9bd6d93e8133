import type { ResponseMediaPlan } from "../../ir/operation-plan.ts";
import type { MediaType, Response } from "../../ir/openapi.ts";
import { equalTypes } from "../../ir/equal-types.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import type { TypeModel } from "../types/model.ts";
import { essenceOf, mediaKind, type MediaKind } from "./media-types.ts";
import { planStream, type StreamPlan } from "./plan-stream.ts";
import {
  isBinary,
  isScalar,
  isText,
  mayBeText,
  typeOf,
} from "./schema-kinds.ts";

/** What types and readers of responses are worked out from. */
export interface ResponseContext {
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

/**
 * JSON first, which is also what is assumed of a response that does not say what it is; the rest in the
 * order of the description.
 */
export const readsOf = (
  { content, status }: Response,
  context: ResponseContext,
): readonly Read[] =>
  content
    .flatMap((media) => readMedia(media, status, context))
    .filter((read, _, all) => read === firstOf(read.type, all))
    .sort((a, b) => Number(isJson(b)) - Number(isJson(a)))
    .flatMap((read, _, all) => asJson(read, all, context.resolved) ?? []);

/** What of a response is not asked for: the same values come as JSON, which has types. */
export function unaskedOf(
  response: Response,
  context: ResponseContext,
): readonly MediaType[] {
  const asked = new Set(readsOf(response, context).map(({ type }) => type));
  return response.content.filter(
    (media) =>
      !/^(any|json|stream)$/.test(mediaKind(media)) && !asked.has(media.type),
  );
}

/** Frameworks list these beside JSON as names of it. */
const namesOfJson = /^text\/(plain|html)$/;

/**
 * What cannot be a text, and is described as JSON beside it, is that under the name of a plain text, too. XML, CSV or
 * CBOR of it would only be text or bytes: `undefined`, it is not asked for.
 */
function asJson(
  read: Read,
  all: readonly Read[],
  resolved: Resolved,
): Read | undefined {
  if (!isUnread(read, resolved)) return read;
  const json = sameJson(read, all, resolved);
  if (json === undefined) return read;
  return read.reader === "text" && namesOfJson.test(essenceOf(read.type))
    ? { ...json, type: read.type }
    : undefined;
}

/** Whether the schema describes what nobody sees in a text or bytes that are handed over as they come. */
export function isUnread({ media, reader }: Read, resolved: Resolved): boolean {
  const type = typeOf(media.schema, resolved);
  return (
    (reader === "text" || reader === "blob") &&
    type !== undefined &&
    !mayBeText(type, resolved.types)
  );
}

/** The JSON among them that is described as the same. */
function sameJson(
  { media }: Read,
  all: readonly Read[],
  resolved: Resolved,
): Read | undefined {
  const type = typeOf(media.schema, resolved);
  const nodes = { node: (id: TypeId) => resolved.types.get(id) as TypeNode };
  return all.find((other) => {
    const described = typeOf(other.media.schema, resolved);
    return (
      isJson(other) &&
      type !== undefined &&
      described !== undefined &&
      equalTypes(type, described, nodes)
    );
  });
}

const isJson = ({ reader }: Read): boolean =>
  reader === "json" || reader === "jsonOrNothing" || reader === "jsonScalar";

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
  if (kind === "json" && type !== undefined && isScalar(type, resolved.types))
    return [{ type: media.type, media, reader: "jsonScalar" }];
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
