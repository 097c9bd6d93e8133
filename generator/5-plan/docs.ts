import type { Docs } from "../ir/declaration-plan.ts";
import type { Annotations, Constraints } from "../ir/schema-graph.ts";
import type { Property, TypeId, TypeNode } from "../ir/type-graph.ts";
import { compact } from "../util/compact.ts";

interface Nodes {
  readonly node: (type: TypeId) => TypeNode;
  readonly nameOf: (type: TypeId, view: "output") => unknown;
}

/** What is said of a property: where it stands, or, for a type that has no declaration, by its type. */
export function propertyDocs(
  property: Property,
  { node, nameOf }: Nodes,
): Docs {
  const isDeclared = nameOf(property.type, "output") !== undefined;
  const type = node(property.type);
  // Null and lists are looked through: `anyOf: [{ description }, { type: null }]` describes the value.
  const inner =
    type.kind === "nullable" && nameOf(type.of, "output") === undefined
      ? node(type.of)
      : undefined;
  if (isDeclared)
    return property.type.endsWith(`#${property.origin.pointer}`)
      ? {}
      : docsOf(property.annotations, {});
  const constraints = { ...inner?.constraints, ...property.constraints };
  return docsOf(
    { ...inner?.annotations, ...property.annotations },
    saysItsLength(inner ?? type, constraints) ? {} : constraints,
  );
}

/** Where the emitted type is a tuple, it says how many items there are by itself. */
const saysItsLength = (
  type: TypeNode,
  { minItems, maxItems }: Constraints,
): boolean =>
  (minItems === 1 && (maxItems === undefined || maxItems === 1)) ||
  (type.kind === "tuple" &&
    type.rest === undefined &&
    type.required === type.items.length);

/** As little as there is to say: there is one for each property, and threads are sent them all. */
export function docsOf(
  annotations: Annotations,
  constraints: Constraints,
): Docs {
  return compact<Docs>({
    summary:
      annotations.description === undefined ? annotations.title : undefined,
    description: annotations.description,
    deprecated: annotations.deprecated,
    format: constraints.format,
    pattern: patternOf(constraints),
    range: rangeOf(constraints),
    size: sizeOf(constraints),
    default: annotations.default,
    examples: annotations.examples,
  });
}

/** As long as a line of text: what is longer spells out a format for machines. */
const longestBesideFormat = 80;

function patternOf({ format, pattern }: Constraints): string | undefined {
  const isSpelling =
    format !== undefined && (pattern?.length ?? 0) > longestBesideFormat;
  return isSpelling ? undefined : pattern;
}

/** Bounds of a number in words: `1 to 100`, `more than 0`. */
function rangeOf(constraints: Constraints): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    constraints;
  return list([
    span(telling(minimum), telling(maximum), ""),
    exclusiveMinimum === undefined
      ? undefined
      : `more than ${exclusiveMinimum}`,
    exclusiveMaximum === undefined
      ? undefined
      : `less than ${exclusiveMaximum}`,
    multipleOf === undefined ? undefined : `a multiple of ${multipleOf}`,
  ]);
}

/** Bounds of a length in words: `at least 1 character`, `at most 10 items`. */
const sizeOf = (constraints: Constraints): string | undefined =>
  list([
    span(some(constraints.minLength), constraints.maxLength, "character"),
    span(some(constraints.minItems), constraints.maxItems, "item"),
    span(some(constraints.minProperties), constraints.maxProperties, "member"),
  ]);

/** What a number that JSON can say exactly is within anyway says nothing (RFC 8259 §6). */
const telling = (bound: number | undefined): number | undefined =>
  Math.abs(bound ?? 0) === Number.MAX_SAFE_INTEGER ? undefined : bound;

/** Nothing is shorter than nothing. */
const some = (least: number | undefined): number | undefined =>
  least === 0 ? undefined : least;

function list(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(", ");
}

function span(
  least: number | undefined,
  most: number | undefined,
  unit: string,
): string | undefined {
  const counted = (count: number) =>
    unit === "" ? `${count}` : `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (least !== undefined && most !== undefined)
    return least === most ? counted(most) : `${least} to ${counted(most)}`;
  if (least !== undefined) return `at least ${counted(least)}`;
  return most === undefined ? undefined : `at most ${counted(most)}`;
}
