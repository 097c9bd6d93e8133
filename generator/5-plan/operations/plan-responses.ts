import type { TypeExpr } from "../../ir/declaration-plan.ts";
import type {
  ResponseMediaPlan,
  ResponsePlan,
} from "../../ir/operation-plan.ts";
import type { MediaType, Operation, Response } from "../../ir/openapi.ts";
import { shapeExpr } from "../types/shapes.ts";
import { typeExpr } from "../types/type-expr.ts";
import { mediaKind } from "./media-types.ts";
import type { OperationContext } from "./plan-operation.ts";
import { isStreamReader } from "./plan-stream.ts";
import { reportItems } from "./report-items.ts";
import { readsOf, unaskedOf, type ResponseContext } from "./response-media.ts";
import { scalarTypes } from "./scalar-types.ts";
import { typeOf } from "./schema-kinds.ts";

/**
 * The readers of the documented responses, in their order, after those of what a range says too much of. `default` describes
 * errors, as a rule; a success falls to it only where no success is documented.
 */
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
  const others = planned.find(({ status }) => status === "default");
  const all =
    others === undefined || planned.some(({ status }) => status < "3")
      ? planned
      : [{ ...others, status: "2XX" }, ...planned];
  return [
    ...emptyUnder("2XX", all),
    ...emptyUnder("3XX", all),
    ...undocumentedEmpty(all),
    ...all,
  ];
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

/** Statuses without content whatever a range says of them (RFC 9110 §15.3.5, §15.3.6, §15.4.5). */
const empty = { "2XX": ["204", "205"], "3XX": ["304"] } as const;

/**
 * A 204 or 205 under `2XX` with content has none all the same, nor has a 304 under `3XX`. It is nothing, as it is where
 * nobody documents it, unless JSON may be null.
 */
function emptyUnder(
  wide: keyof typeof empty,
  planned: readonly ResponsePlan[],
): readonly ResponsePlan[] {
  const range = planned.find(({ status }) => status === wide);
  const isJson = range?.media.some(
    ({ reader }) => reader === "json" || reader === "jsonScalar",
  );
  if (!isJson || range?.media.some(mayBeNull)) return [];
  return empty[wide]
    .filter((status) => !planned.some((each) => each.status === status))
    .map((status) => ({ status, media: [], bare: "nothing" }));
}

/**
 * A 204 that nobody documents, under a type that has a word for it: many servers answer null with one, and a stream is then
 * one without items.
 */
function undocumentedEmpty(
  planned: readonly ResponsePlan[],
): readonly ResponsePlan[] {
  if (planned.some(({ status }) => /^2(04|XX)$/.test(status))) return [];
  const successes = planned.filter(({ status }) => status.startsWith("2"));
  const isStream = ({ reader }: ResponseMediaPlan) => isStreamReader(reader);
  if (successes.some(({ media }) => media.some(isStream)))
    return [{ status: "204", media: [], bare: "noItems" }];
  const success = successes.find(({ media }) => media.some(mayBeNull));
  return success === undefined ? [] : [{ ...success, status: "204" }];
}

const mayBeNull = ({ isNullable, scalars }: ResponseMediaPlan): boolean =>
  isNullable === true || scalars?.includes("null") === true;

function planResponse(
  response: Response,
  context: OperationContext,
): ResponsePlan {
  const read = readsOf(response, context);
  for (const { origin, type } of unaskedOf(response, context))
    context.report("operation/asked-as-json", origin, { type });
  const media = read.map(
    ({ media, reader, stream, type }): ResponseMediaPlan => {
      if (stream !== undefined) {
        const { shape, texts } = stream;
        return { type, reader, shape, ...(texts && { texts }) };
      }
      reportItems(media, context.report);
      const schema = typeOf(media.schema, context.resolved);
      const { types } = context.resolved;
      if (schema === undefined) return { type, reader, shape: undefined };
      if (reader === "jsonScalar")
        return {
          type,
          reader,
          shape: undefined,
          scalars: scalarTypes(schema, types),
        };
      if (reader !== "json") return { type, reader, shape: undefined };
      return {
        type,
        reader,
        shape: shapeExpr(schema, "output", context.model),
        isNullable: types.get(schema)?.kind === "nullable",
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
