import type { Json } from "../../ir/source.ts";
import type { ObjectNode, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { prefixesOf } from "./prefix.ts";
import { accepts } from "./witness-check.ts";
import { type Search, step } from "./witness-search.ts";

/** Levels of properties and items that a value may have. */
const deepest = 10;
/** Longer lists and texts than this are not small. */
const longest = 64;

/** A small value of a type, every part of it checked; `undefined` where none is found. */
export function smallestValue(
  type: TypeId,
  search: Search,
  depth = 0,
): Json | undefined {
  const node = search.types.node(type);
  for (const value of candidates(node, search, depth)) {
    if (value !== undefined && accepts(value, type, search) === true)
      return value;
    if (search.left < 0) return undefined;
  }
  return undefined;
}

/** Values worth a try, the better ones first. Lazy: most are never made. */
function* candidates(
  node: TypeNode,
  search: Search,
  depth: number,
): Generator<Json | undefined> {
  if (depth > deepest || !step(search)) return;
  const { types } = search;
  const inner = (id: TypeId) => smallestValue(id, search, depth + 1);
  switch (node.kind) {
    case "unknown":
      yield* [true, null];
      return;
    case "null":
      yield null;
      return;
    case "boolean":
      yield* [true, false];
      return;
    case "string":
      yield* texts(node);
      return;
    case "number":
    case "integer":
      yield* numbers(node);
      return;
    case "enum":
      yield* node.values;
      return;
    case "array":
      // An empty list is valid for every list: a longer one may be valid for this one alone.
      for (const more of [0, 1]) {
        const length = (node.constraints.minItems ?? 0) + more;
        yield list(length, () => inner(node.items));
      }
      return;
    case "tuple": {
      const least = Math.max(node.required, node.constraints.minItems ?? 0);
      const { rest } = node;
      yield list(least, (index) =>
        node.items[index] === undefined
          ? rest && inner(rest)
          : inner(node.items[index]),
      );
      return;
    }
    case "record":
      yield {};
      yield { key: inner(node.values) ?? null };
      return;
    case "object":
      yield objectOf(node, inner);
      return;
    case "nullable":
      // An object takes many words to say what null says as well.
      if (isLarge(types.node(node.of))) yield null;
      yield inner(node.of);
      yield null;
      return;
    case "union":
      for (const variant of node.variants)
        yield* candidates(types.node(variant), search, depth + 1);
      return;
    case "intersection":
      for (const member of node.members) yield inner(member);
      return;
    case "never":
      return;
    default:
      return node satisfies never;
  }
}

const isLarge = ({ kind }: TypeNode): boolean =>
  kind === "object" || kind === "union" || kind === "array";

/** Texts by format: `format` annotates only, but a value should look like what it is. */
const ofFormat: Readonly<Record<string, string>> = {
  "date-time": "2026-01-01T00:00:00Z",
  date: "2026-01-01",
  time: "00:00:00Z",
  email: "a@example.com",
  uri: "https://example.com",
  url: "https://example.com",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function* texts({ annotations, constraints }: TypeNode): Generator<string> {
  const { pattern, format, minLength = 0 } = constraints;
  if (minLength > longest) return;
  const said = [...(annotations.examples ?? []), annotations.default];
  for (const text of said)
    if (typeof text === "string" && text.length <= longest) yield text;
  const formatted = ofFormat[format ?? ""];
  if (formatted !== undefined) yield formatted;
  const prefixes = pattern === undefined ? [] : (prefixesOf(pattern) ?? []);
  for (const prefix of prefixes)
    yield* [prefix, `${prefix}1`, prefix.padEnd(minLength, "a")];
  yield "a".repeat(Math.max(1, minLength));
  yield* ["", "1".repeat(Math.max(1, minLength)), "A".repeat(minLength)];
}

function* numbers({ constraints }: TypeNode): Generator<number> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    constraints;
  yield* [0, 1];
  for (const bound of [minimum, maximum])
    if (bound !== undefined)
      yield* [bound, Math.ceil(bound), Math.floor(bound)];
  if (exclusiveMinimum !== undefined)
    yield* [Math.floor(exclusiveMinimum) + 1, exclusiveMinimum + 0.5];
  if (exclusiveMaximum !== undefined)
    yield* [Math.ceil(exclusiveMaximum) - 1, exclusiveMaximum - 0.5];
  if (multipleOf !== undefined)
    yield* [multipleOf, Math.ceil((minimum ?? 0) / multipleOf) * multipleOf];
}

function list(
  length: number,
  item: (index: number) => Json | undefined,
): Json | undefined {
  if (length > longest) return undefined;
  const items = Array.from({ length }, (_, index) => item(index));
  return items.every((value) => value !== undefined) ? items : undefined;
}

/** What is required, and no more unless the count of members asks for it. */
function objectOf(
  node: ObjectNode,
  inner: (id: TypeId) => Json | undefined,
): Json | undefined {
  const least = node.constraints.minProperties ?? 0;
  const members: [string, Json][] = [];
  const wanted = [
    ...node.properties.filter(({ required }) => required),
    ...node.properties.filter(({ required }) => !required),
  ];
  for (const { wireName, type, required } of wanted) {
    if (!required && members.length >= least) break;
    const value = inner(type);
    if (value !== undefined) members.push([wireName, value]);
    else if (required) return undefined;
  }
  // Object.fromEntries defines members: `__proto__` is a name like any other.
  return Object.fromEntries(members);
}
