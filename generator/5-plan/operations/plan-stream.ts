import type { TypeExpr } from "../../ir/declaration-plan.ts";
import type {
  EventNames,
  ResponseMediaPlan,
  StreamReader,
} from "../../ir/operation-plan.ts";
import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { MediaType } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "../types/model.ts";
import { shapeExpr } from "../types/shapes.ts";
import { typeExpr } from "../types/type-expr.ts";
import { sequenceOf } from "./media-types.ts";
import { isText, propertiesOf, typeOf } from "./schema-kinds.ts";

/** A body that is a sequence: how it is read, and what each item is to the caller. */
export interface StreamPlan {
  readonly reader: StreamReader;
  readonly item: TypeExpr;
  readonly shape: ShapeExpr | undefined;
  /** The events among those of JSON whose data is text. */
  readonly texts?: EventNames;
}

interface StreamContext {
  readonly resolved: Resolved;
  readonly model: TypeModel;
}

/**
 * What the items of a sequence are: `itemSchema` says it since OAS 3.2 (§4.14.1), and `schema` of the whole,
 * which is an array. Before, authors described an item by `schema`, or said that the body is a text.
 */
export const planStream = (
  media: MediaType,
  context: StreamContext,
): StreamPlan =>
  sequenceOf(media.type) === "events"
    ? planEvents(media, context)
    : planLines(media, context);

export const isStreamReader = (
  reader: ResponseMediaPlan["reader"],
): reader is StreamReader => Object.hasOwn(streamReaders, reader);

const streamReaders: Readonly<Record<StreamReader, true>> = {
  textEvents: true,
  jsonEvents: true,
  jsonLines: true,
  jsonSequence: true,
};

/** The fields of an event (HTML §9.2.6). */
const eventFields: ReadonlySet<string> = new Set([
  "event",
  "data",
  "id",
  "retry",
]);

/**
 * An item of an event stream is the event, if it has `data` (OAS 3.2 §4.14.4); so is a `schema` that has it
 * and nothing but fields of events. Any other schema is that of the data. Data is JSON, unless it can only
 * be a text.
 */
function planEvents(media: MediaType, context: StreamContext): StreamPlan {
  const { model, resolved } = context;
  const type = itemType(media, context);
  const properties =
    type === undefined ? [] : propertiesOf(type, resolved.types);
  const isEvent =
    media.itemSchema !== undefined ||
    properties.every(({ wireName }) => eventFields.has(wireName));
  const events = properties.filter(
    ({ wireName }) => isEvent && wireName === "data",
  );
  const data = events.length > 0 ? events.map((each) => each.type) : [type];
  const reader = data.every(
    (each) => each === undefined || isText(each, resolved.types),
  )
    ? "textEvents"
    : "jsonEvents";
  if (type !== undefined && events.length > 0)
    return {
      reader,
      item: typeExpr(type, "output", model),
      shape: shapeExpr(type, "output", model),
      ...(reader === "jsonEvents" && textEvents(type, resolved)),
    };
  const shape = type && shapeExpr(type, "output", model);
  return {
    reader,
    item: {
      kind: "name",
      name: {
        name: "ServerSentEvent",
        module: "runtime/server-sent-event",
        typeOnly: true,
      },
      args: [
        type === undefined
          ? { kind: "keyword", keyword: "string" }
          : typeExpr(type, "output", model),
      ],
    },
    shape: shape && {
      kind: "properties",
      properties: [{ name: "data", shape }],
    },
  };
}

/**
 * The events whose data can only be a text, if there are any: by their names, or, where one of them may have any name, as
 * all but those of JSON. Events without a name are texts where only texts may be without one.
 */
function textEvents(
  type: TypeId,
  { types }: Resolved,
): Pick<StreamPlan, "texts"> {
  const node = types.get(type);
  const variants = node?.kind === "union" ? node.variants : [type];
  const events = variants.flatMap((variant) => {
    const fields = propertiesOf(variant, types);
    const field = (name: string) =>
      fields.find(({ wireName }) => wireName === name);
    const data = field("data");
    const event = field("event");
    if (data === undefined) return [];
    const named = event && types.get(event.type);
    return {
      isText: isText(data.type, types),
      names: named?.kind === "enum" ? named.values.map(String) : undefined,
      mayBeUnnamed: event?.required !== true,
    };
  });
  const texts = events.filter((each) => each.isText);
  const others = events.filter((each) => !each.isText);
  if (texts.length === 0) return {};
  const isAnyName = texts.some(({ names }) => names === undefined);
  const isOther = others.every(({ names }) => names !== undefined);
  if (isAnyName && isOther)
    return { texts: { except: others.flatMap(({ names = [] }) => names) } };
  const isUnnamed =
    isAnyName ||
    (texts.some(({ mayBeUnnamed }) => mayBeUnnamed) &&
      !others.some(({ mayBeUnnamed }) => mayBeUnnamed));
  const names = texts.flatMap(({ names = [] }) => names);
  return { texts: isUnnamed ? [...names, ""] : names };
}

/** A text is what the whole body was called before items could be described: its items may be anything. */
function planLines(media: MediaType, context: StreamContext): StreamPlan {
  const { model, resolved } = context;
  const type = itemType(media, context);
  const isBody =
    type === undefined ||
    (media.itemSchema === undefined && isText(type, resolved.types));
  return {
    reader: sequenceOf(media.type) === "records" ? "jsonSequence" : "jsonLines",
    item: isBody
      ? { kind: "keyword", keyword: "unknown" }
      : typeExpr(type, "output", model),
    shape: isBody ? undefined : shapeExpr(type, "output", model),
  };
}

function itemType(
  { itemSchema, schema }: MediaType,
  { resolved }: StreamContext,
): TypeId | undefined {
  const item = typeOf(itemSchema, resolved);
  const whole = typeOf(schema, resolved);
  const node = whole && resolved.types.get(whole);
  return item ?? (node?.kind === "array" ? node.items : whole);
}
