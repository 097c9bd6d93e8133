import type { PagePlace } from "../../ir/page-rule.ts";
import type { Annotations, Constraints } from "../../ir/schema-graph.ts";
import type { ObjectShape, Property, TypeId } from "../../ir/type-graph.ts";
import { words } from "../names/words.ts";
import type { TypeModel } from "../types/model.ts";
import { envelope } from "./roles.ts";

/** JSON types as far as pages care; `unknown` is what a description leaves open. */
export type FieldKind = "text" | "count" | "flag" | "unknown" | "other";

/** A value of a request or a response that may have a role in paging. */
export interface Field<Place extends PagePlace = PagePlace> {
  readonly place: Place;
  /** What it may be known by, words run together: its own name, and that with its envelope's. */
  readonly names: readonly string[];
  readonly kind: FieldKind;
  /** All texts that it can be, where the description lists them. */
  readonly texts: readonly string[];
  readonly description: string;
  readonly constraints: Constraints;
  readonly annotations: Annotations;
}

/** The words of a name run together: `next_page_token` and `nextPageToken` are the same. */
export const flat = (wireName: string): string => words(wireName).join("");

/**
 * Names of what stands on its own. `X-` and `@odata.` say whose a name is, and nothing more; `pagination[key]`
 * and `pagination.key` are what `key` in an envelope is.
 */
export function ownNames(wireName: string): readonly string[] {
  const [, around = "", inner = ""] =
    /^(\w+)(?:\[(\w+)\]|\.(\w+))$/.exec(wireName)?.filter(Boolean) ?? [];
  return [
    ...new Set([
      flat(wireName),
      flat(wireName.replace(/^(x-|@odata\.)/i, "")),
      ...(envelope.test(flat(around)) ? [flat(inner)] : []),
    ]),
  ];
}

export function fieldOf<Place extends PagePlace>(
  place: Place,
  names: readonly string[],
  type: TypeId | undefined,
  said: Annotations,
  model: TypeModel,
): Field<Place> {
  const node = type === undefined ? undefined : behindNull(type, model);
  const kind = type === undefined ? "unknown" : kindOf(type, model);
  // A number in a string, as 64-bit integers often are.
  const isNumeric =
    kind === "text" &&
    (/^u?int/.test(node?.constraints.format ?? "") ||
      /^\d+$/.test(String(said.default ?? node?.annotations.default ?? "")));
  const description = [
    said.description,
    said.title,
    node?.annotations.description,
  ];
  return {
    place,
    names,
    kind: isNumeric ? "count" : kind,
    texts:
      node?.kind === "enum"
        ? node.values.filter((value) => typeof value === "string")
        : [],
    description: description.filter((each) => each !== undefined).join("\n"),
    constraints: { ...node?.constraints },
    annotations: { ...node?.annotations, ...said },
  };
}

/** The type without its null. */
export function behindNull(type: TypeId, model: TypeModel) {
  const node = model.node(type);
  return node.kind === "nullable" ? model.node(node.of) : node;
}

function kindOf(type: TypeId, model: TypeModel): FieldKind {
  const node = behindNull(type, model);
  switch (node.kind) {
    case "string":
      return "text";
    case "integer":
    case "number":
      return "count";
    case "boolean":
      return "flag";
    case "unknown":
      return "unknown";
    case "union": {
      const kinds = new Set(node.variants.map((each) => kindOf(each, model)));
      const [only] = kinds;
      if (kinds.size === 1 && only !== undefined) return only;
      return [...kinds].every((kind) => kind === "text" || kind === "count")
        ? "text"
        : "other";
    }
    default:
      return "other";
  }
}

/** The properties of an object, `allOf` that stayed one included; `undefined` for anything else. */
export function propertiesAt(
  type: TypeId,
  model: TypeModel,
): readonly Property[] | undefined {
  const node = behindNull(type, model);
  if (node.kind === "object") return (node as ObjectShape).properties;
  if (node.kind !== "intersection") return undefined;
  const parts = node.members.map((member) => propertiesAt(member, model));
  return parts.some((part) => part === undefined)
    ? undefined
    : parts.flatMap((part) => part ?? []);
}

/**
 * The properties that an object may have, of whichever variant of a union of objects: what is read at
 * run time is there or not.
 */
export function possiblePropertiesAt(
  type: TypeId,
  model: TypeModel,
): readonly Property[] | undefined {
  const node = behindNull(type, model);
  if (node.kind !== "union") return propertiesAt(type, model);
  const parts = node.variants.map((each) => possiblePropertiesAt(each, model));
  if (parts.some((part) => part === undefined)) return undefined;
  const byName = new Map(
    parts.flatMap((part) => part ?? []).map((each) => [each.wireName, each]),
  );
  return [...byName.values()];
}

/** The names that an object has, whichever variant of a union it is. */
export function commonNamesAt(
  type: TypeId,
  model: TypeModel,
): readonly string[] {
  const node = behindNull(type, model);
  if (node.kind === "intersection")
    return node.members.flatMap((member) => commonNamesAt(member, model));
  if (node.kind !== "union")
    return (propertiesAt(type, model) ?? []).map(({ wireName }) => wireName);
  const [first = [], ...others] = node.variants.map((each) =>
    commonNamesAt(each, model),
  );
  return first.filter((name) => others.every((each) => each.includes(name)));
}

/** The types of items, of an array of any kind, or of one of several arrays; `undefined` for anything else. */
export function itemsAt(
  type: TypeId,
  model: TypeModel,
): readonly TypeId[] | undefined {
  const node = behindNull(type, model);
  if (node.kind === "array") return [node.items];
  if (node.kind === "tuple") return node.rest && [node.rest];
  if (node.kind !== "union") return undefined;
  const each = node.variants.map((variant) => itemsAt(variant, model));
  return each.some((items) => items === undefined)
    ? undefined
    : [...new Set(each.flatMap((items) => items ?? []))];
}

/** A place as people read it. */
export const placeWords = (place: PagePlace): string =>
  typeof place === "string"
    ? `the header ${JSON.stringify(place)}`
    : JSON.stringify(place.join("."));
