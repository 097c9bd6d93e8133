import type { Constraints } from "../../ir/schema-graph.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import {
  type Answer,
  remembered,
  type Search,
  step,
} from "./witness-search.ts";
import { textFits } from "./witness-text.ts";

/**
 * Whether a value is valid for a type, read literally (JSON Schema 2020-12): every constraint counts,
 * and what the type leaves out (`incomplete`, `wider`) is an answer not given. Ends, as the value does.
 */
export const accepts = (value: Json, type: TypeId, search: Search): Answer =>
  remembered(value, type, search, () =>
    step(search) ? answerOf(value, search.types.node(type), search) : undefined,
  );

function answerOf(value: Json, node: TypeNode, search: Search): Answer {
  // Keywords of one JSON type say nothing about values of another.
  if (node.assumed === true && !isAsked(value, node)) return true;
  const answer = acceptsNode(value, node, search);
  const isWider = node.wider === true && node.kind !== "union";
  const isSure = node.incomplete !== true && !isWider;
  return isSure || answer !== true ? answer : undefined;
}

function isAsked(value: Json, { kind }: TypeNode): boolean {
  if (kind === "object" || kind === "record") return isObject(value);
  if (kind === "array" || kind === "tuple") return Array.isArray(value);
  return true;
}

function acceptsNode(value: Json, node: TypeNode, search: Search): Answer {
  const { constraints } = node;
  switch (node.kind) {
    case "unknown":
      return Object.keys(constraints).length === 0 ? true : undefined;
    case "never":
      return false;
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "string":
    case "number":
    case "integer":
      return acceptsScalar(value, node.kind, constraints);
    case "enum": {
      if (!node.values.some((literal) => literal === value))
        return node.open && typeof value === "string";
      if (typeof value === "boolean") return true;
      const kind = typeof value === "string" ? "string" : "number";
      return acceptsScalar(value, kind, constraints);
    }
    case "array":
    case "tuple":
      return Array.isArray(value) && acceptsList(value, node, search);
    case "record":
    case "object":
      return isObject(value) && acceptsObject(value, node, search);
    case "nullable":
      return value === null ? true : accepts(value, node.of, search);
    case "union":
      return exactlyOne(node.variants.map((id) => accepts(value, id, search)));
    case "intersection":
      return all(node.members.map((id) => accepts(value, id, search)));
    default:
      return node satisfies never;
  }
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const all = (answers: readonly Answer[]): Answer =>
  answers.includes(false)
    ? false
    : answers.includes(undefined)
      ? undefined
      : true;

/** A type does not say whether it was `oneOf` or `anyOf`: only one variant is no doubt under both. */
function exactlyOne(answers: readonly Answer[]): Answer {
  const yes = answers.filter((answer) => answer === true).length;
  if (answers.includes(undefined) || yes > 1) return undefined;
  return yes === 1;
}

const within = (
  size: number,
  min: number | undefined,
  max: number | undefined,
): boolean => size >= (min ?? 0) && size <= (max ?? Infinity);

function acceptsScalar(
  value: Json,
  kind: "string" | "number" | "integer",
  constraints: Constraints,
): Answer {
  if (kind === "string")
    return typeof value === "string" && textFits(value, constraints);
  if (typeof value !== "number") return false;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    constraints;
  return (
    (kind === "number" || Number.isInteger(value)) &&
    value >= (minimum ?? -Infinity) &&
    value <= (maximum ?? Infinity) &&
    value > (exclusiveMinimum ?? -Infinity) &&
    value < (exclusiveMaximum ?? Infinity) &&
    (multipleOf === undefined || Number.isInteger(value / multipleOf))
  );
}

function acceptsList(
  value: readonly Json[],
  node: TypeNode & { kind: "array" | "tuple" },
  search: Search,
): Answer {
  const { minItems, maxItems, uniqueItems } = node.constraints;
  if (!within(value.length, minItems, maxItems)) return false;
  const texts = new Set(value.map((item) => JSON.stringify(item)));
  if (uniqueItems === true && texts.size < value.length) return false;
  const typeAt = (index: number) =>
    node.kind === "array" ? node.items : (node.items[index] ?? node.rest);
  return all(
    value.map((item, index) => {
      const type = typeAt(index);
      return type !== undefined && accepts(item, type, search);
    }),
  );
}

function acceptsObject(
  value: JsonObject,
  node: TypeNode & { kind: "record" | "object" },
  search: Search,
): Answer {
  const { minProperties, maxProperties } = node.constraints;
  const members = Object.entries(value);
  if (!within(members.length, minProperties, maxProperties)) return false;
  const declared = node.kind === "object" ? node.properties : [];
  const others = node.kind === "object" ? node.additional : node.values;
  const closed = node.kind === "object" && node.closed && others === undefined;
  const isThere = declared.every(
    ({ wireName, required }) => !required || Object.hasOwn(value, wireName),
  );
  if (!isThere) return false;
  return all(
    members.map(([name, member]) => {
      const property = declared.find(({ wireName }) => wireName === name);
      const type = property?.type ?? others;
      return type === undefined ? !closed : accepts(member, type, search);
    }),
  );
}
