import type {
  InterfaceDeclaration,
  TypeExpr,
} from "../../ir/declaration-plan.ts";
import type { BodyPlan } from "../../ir/operation-plan.ts";
import type { MediaType, Operation, RequestBody } from "../../ir/openapi.ts";
import {
  isSendable,
  lacksFields,
  needsName,
  planMedia,
  type PlannedMedia,
} from "./body-media.ts";
import { essenceOf, isRange } from "./media-types.ts";
import type { KeyedParameter } from "./parameters.ts";
import type { OperationContext } from "./plan-operation.ts";

/** A request body: how it goes out, and what the caller gives for it. */
export interface PlannedBody {
  readonly plan: BodyPlan;
  readonly body: RequestBody;
  /** Media types whose bodies have the same type, the default's first. */
  readonly variants: readonly BodyVariant[];
  readonly forms: readonly InterfaceDeclaration[];
}

export interface BodyVariant {
  readonly type: TypeExpr;
  /** Media types and ranges. */
  readonly mediaTypes: readonly string[];
  /** Whether a call may leave the media type out: then the first one goes out. */
  readonly isDefault: boolean;
}

/** Methods that fetch sends no body with (Fetch §5.3, Request constructor). */
const bodyless: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Every media type that can be sent, JSON first where it can carry what is described, else in the order of the description. `"unsupported"`
 * where there is none, which is reported.
 */
export function planBody(
  operation: Operation,
  name: string,
  keyed: readonly KeyedParameter[],
  context: OperationContext,
): PlannedBody | undefined | "unsupported" {
  const body = operation.requestBody;
  if (body?.required === true && body.content.length === 0)
    context.report("operation/body-without-content", body.origin, {});
  if (body === undefined || body.content.length === 0) return undefined;
  if (bodyless.has(operation.method)) {
    context.report("unsupported/get-body", body.origin, {
      method: operation.method,
    });
    return undefined;
  }
  const planned = sendableOf(body, context)
    .map((media) => planMedia(media, name, context))
    .filter(isFirst)
    .sort((a, b) => rank(a) - rank(b));
  const [first] = planned;
  const unsent = body.content.filter((media) => !isSendable(media));
  if (first === undefined || unsent.length > 0)
    context.report("unsupported/request-media-type", body.origin, {
      types: unsent.map(({ type }) => type),
      operation: name,
      isLeftOut: first === undefined,
    });
  if (first === undefined) return "unsupported";
  const variants = groupByType(planned);
  const isChosen = planned.length > 1 || isRange(first.plan.type);
  const key = freeKey("body", "requestBody", keyed);
  return {
    body,
    variants,
    forms: planned.flatMap(({ form }) => form ?? []),
    plan: {
      key,
      choiceKey: isChosen
        ? freeKey("contentType", "requestContentType", keyed)
        : undefined,
      media: planned.map(({ plan }) => plan),
    },
  };
}

/** A form without fields only where nothing else can be sent. */
function sendableOf(
  { content }: RequestBody,
  context: OperationContext,
): readonly MediaType[] {
  const sendable = content.filter(isSendable);
  const without = sendable.filter((media) => lacksFields(media, context));
  const isLeftOut = without.length < sendable.length;
  for (const { origin, type } of without)
    context.report("operation/form-without-fields", origin, {
      type,
      isLeftOut,
    });
  return isLeftOut
    ? sendable.filter((media) => !without.includes(media))
    : sendable;
}

/** A name of ours, unless a parameter has it. */
function freeKey(
  name: string,
  placed: string,
  keyed: readonly KeyedParameter[],
): string {
  const isTaken = (key: string) => keyed.some((each) => each.key === key);
  let key = isTaken(name) ? placed : name;
  for (let number = 2; isTaken(key); number += 1) key = `${placed}${number}`;
  return key;
}

/** A range that stands for one media type is planned as that one, which then may be there twice. */
const isFirst = (
  { plan }: PlannedMedia,
  index: number,
  all: readonly PlannedMedia[],
): boolean => all.findIndex((other) => other.plan.type === plan.type) === index;

/**
 * JSON by its plain name, other JSON, the rest as written; then what has no bytes for the files of its schema, as
 * servers list every media type that they parse; last what names no media type by itself.
 */
function rank({ hasLostFiles, plan: { encoder, type } }: PlannedMedia): number {
  if (needsName(type, encoder.kind)) return 4;
  if (hasLostFiles) return 3;
  if (encoder.kind !== "json") return 2;
  return essenceOf(type) === "application/json" ? 0 : 1;
}

/**
 * Media types whose bodies have one type. Bytes and texts are what the caller made them: of several media
 * types for them only the caller knows which it is. The rest we write ourselves, in whichever it is.
 */
function groupByType(planned: readonly PlannedMedia[]): readonly BodyVariant[] {
  const [first] = planned;
  const groups = Map.groupBy(planned, ({ type }) => typeKey(type));
  return [...groups.values()].map((group): BodyVariant => {
    const isOurs = group.every(
      ({ plan }) =>
        plan.encoder.kind !== "binary" && plan.encoder.kind !== "text",
    );
    return {
      type: (group[0] as PlannedMedia).type,
      mediaTypes: group.map(({ plan }) => plan.type),
      isDefault:
        first !== undefined &&
        first === group[0] &&
        !needsName(first.plan.type, first.plan.encoder.kind) &&
        (isOurs || group.length === 1),
    };
  });
}

/** Types that are written in two places are the same where only that differs. */
const typeKey = (type: TypeExpr): string =>
  JSON.stringify(type, (key, value: unknown) =>
    key === "origin" ? undefined : value,
  );
