import type { Docs } from "../ir/declaration-plan.ts";
import type { Annotations, Constraints } from "../ir/schema-graph.ts";
import type { Property, TypeId, TypeNode } from "../ir/type-graph.ts";
import { compact } from "../util/compact.ts";
import { hasItsDigits } from "../util/has-its-digits.ts";
import { words } from "./names/words.ts";

/** What is said where a value stands. */
interface Said {
  readonly annotations: Annotations;
  readonly constraints: Constraints;
}

interface Nodes {
  readonly node: (type: TypeId) => TypeNode;
  readonly nameOf: (type: TypeId, view: "output") => unknown;
}

/** What is said of a property: where it stands, or, for a type that has no declaration, by its type. */
export function propertyDocs(property: Property, nodes: Nodes): Docs {
  const { type, wireName, annotations, constraints } = property;
  if (nodes.nameOf(type, "output") === undefined)
    return valueDocs(type, wireName, nodes, { annotations, constraints });
  const { onlyWith } = annotations;
  return type.endsWith(`#${property.origin.pointer}`)
    ? compact<Docs>({ onlyWith })
    : docsOf(annotations, {}, wireName);
}

/**
 * What its type says of a value, and what is said beside that. Null is looked through: `anyOf: [{ description }, { type:
 * null }]` describes the value.
 */
export function valueDocs(
  of: TypeId,
  name: string,
  { node, nameOf }: Nodes,
  beside?: Said,
): Docs {
  const type = node(of);
  const inner =
    type.kind === "nullable" && nameOf(type.of, "output") === undefined
      ? node(type.of)
      : undefined;
  const own = beside ?? type;
  const constraints = { ...inner?.constraints, ...own.constraints };
  return docsOf(
    { ...inner?.annotations, ...own.annotations },
    saysItsLength(constraints) ? {} : unsaid(constraints, inner ?? type),
    name,
  );
}

/** Where the emitted type is a tuple, it says how many items there are by itself. */
const saysItsLength = ({ minItems, maxItems }: Constraints): boolean =>
  minItems === 1 && (maxItems === undefined || maxItems === 1);

/** What a tuple does not say by itself of how many items it has. */
export function unsaid(constraints: Constraints, type: TypeNode): Constraints {
  if (type.kind !== "tuple") return constraints;
  const { maxItems, minItems, ...others } = constraints;
  const isSaid = minItems === undefined || minItems <= type.items.length;
  return {
    ...others,
    ...(!isSaid && { minItems }),
    ...(maxItems !== undefined && type.rest !== undefined && { maxItems }),
  };
}

/**
 * As little as there is to say: there is one for each property, and threads are sent them all.
 *
 * @param name of what this is said, which a title may only repeat
 */
export function docsOf(
  annotations: Annotations,
  constraints: Constraints,
  name: string,
): Docs {
  const { title } = annotations;
  return compact<Docs>({
    summary:
      annotations.description === undefined &&
      title !== undefined &&
      !repeats(title, name)
        ? title
        : undefined,
    description: annotations.description,
    deprecated: annotations.deprecated,
    onlyWith: annotations.onlyWith,
    format: constraints.format,
    pattern: isReadable(constraints) ? constraints.pattern : undefined,
    range: rangeOf(constraints),
    size: sizeOf(constraints),
    default: annotations.default,
    examples: annotations.examples,
  });
}

/** Frameworks title everything after itself: `Full Name` of `full_name`, `Page[Item]` of `PageItem`. */
function repeats(title: string, name: string): boolean {
  const own = words(name);
  return words(title).every((word) => own.includes(word));
}

/** What is longer spells out, for machines, what a format says in a word, or what nobody reads. */
const isReadable = ({ format, pattern = "" }: Constraints): boolean =>
  pattern.length <= (format === undefined ? 120 : 60);

/** Bounds of a number in words: `1 to 100`, `more than 0`. */
function rangeOf(constraints: Constraints): string | undefined {
  const { minimum, maximum } = constraints;
  const exclusiveMinimum = telling(constraints.exclusiveMinimum);
  const exclusiveMaximum = telling(constraints.exclusiveMaximum);
  const multipleOf = telling(constraints.multipleOf);
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
const sizeOf = (of: Constraints): string | undefined =>
  list([
    span(some(of.minLength), telling(of.maxLength), "character"),
    span(some(of.minItems), telling(of.maxItems), "item"),
    span(some(of.minProperties), telling(of.maxProperties), "member"),
  ]);

/** What a number that JSON can say exactly is within anyway says nothing (RFC 8259 §6); beyond that it has no digits of its own. */
const telling = (bound: number | undefined): number | undefined =>
  bound === undefined ||
  Math.abs(bound) === Number.MAX_SAFE_INTEGER ||
  !hasItsDigits(bound)
    ? undefined
    : bound;

/** Nothing is shorter than nothing. */
const some = (least: number | undefined): number | undefined =>
  least === 0 ? undefined : telling(least);

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
