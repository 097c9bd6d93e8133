import type {
  Bounds,
  Condition,
  PropertyTest,
  TypeId,
  TypeNode,
  WireType,
} from "../../ir/type-graph.ts";
import type { Nodes } from "./nodes.ts";
import { prefixesOf } from "./prefix.ts";

/** What was worked out of a graph, by depth and type: telling many variants apart asks for the same again and again. */
const known = new WeakMap<Nodes, Map<TypeId, Condition>[]>();

/**
 * A necessary condition of a type: every value of the type meets it. `depth` is how many levels of
 * properties it looks into. The graph has to stand: what is found is remembered for it.
 */
export function conditionOf(
  type: TypeId,
  types: Nodes,
  depth: number,
): Condition {
  const all = known.get(types) ?? [];
  known.set(types, all);
  const found = (all[depth] ??= new Map<TypeId, Condition>());
  const condition = found.get(type) ?? findCondition(type, types, depth);
  found.set(type, condition);
  return condition;
}

function findCondition(type: TypeId, types: Nodes, depth: number): Condition {
  const node = types.node(type);
  const said = conditionOfNode(node, types, depth);
  if (node.assumed !== true) return said;
  // What no `type` names may be of any other type as well.
  const named = conditionTypes(said) ?? wireTypeNames;
  const others = wireTypeNames.filter((other) => !named.includes(other));
  return merge([{ kind: "types", types: others }, said]);
}

const wireTypeNames: readonly WireType[] = [
  "null",
  "boolean",
  "number",
  "string",
  "array",
  "object",
];

function conditionOfNode(
  node: TypeNode,
  types: Nodes,
  depth: number,
): Condition {
  const { constraints } = node;
  switch (node.kind) {
    case "unknown":
    case "intersection":
      return { kind: "any" };
    case "never":
      return { kind: "absent" };
    case "null":
    case "boolean":
      return { kind: "types", types: [node.kind] };
    case "string": {
      const prefixes =
        constraints.pattern === undefined
          ? undefined
          : prefixesOf(constraints.pattern);
      return prefixes === undefined
        ? { kind: "types", types: ["string"] }
        : { kind: "prefix", prefixes };
    }
    case "number":
    case "integer":
      return numberCondition(node);
    case "enum":
      return node.open
        ? { kind: "types", types: ["string"] }
        : { kind: "literal", values: node.values };
    case "array": {
      const items = types.node(node.items);
      const bounds = {
        min: constraints.minItems ?? 0,
        max: constraints.maxItems,
      };
      if (items.kind === "enum" && !items.open)
        return { kind: "items", values: items.values, ...bounds };
      return {
        kind: "each",
        of: depth > 0 ? shallow(node.items, types) : { kind: "any" },
        ...bounds,
      };
    }
    case "tuple": {
      const { minItems = 0, maxItems } = constraints;
      const max = node.rest === undefined ? node.items.length : maxItems;
      const of = node.items.map((item): Condition =>
        depth > 0 ? conditionOf(item, types, 0) : { kind: "any" },
      );
      return of.every(({ kind }) => kind === "any")
        ? { kind: "each", of: { kind: "any" }, min: minItems, max }
        : { kind: "places", of, min: minItems, max };
    }
    case "record":
      return { kind: "types", types: ["object"] };
    case "object": {
      if (depth === 0) return { kind: "types", types: ["object"] };
      const closed = node.closed && node.additional === undefined;
      const tests = node.properties.map((property): PropertyTest => ({
        wireName: property.wireName,
        required: property.required,
        condition: conditionOf(property.type, types, depth - 1),
      }));
      // Of a closed object every property counts: no other may be there.
      return {
        kind: "object",
        closed,
        tests: closed ? tests : tests.filter(isTelling),
      };
    }
    case "nullable":
      return nullable(conditionOf(node.of, types, depth));
    case "union": {
      const of = node.variants.map((variant) =>
        conditionOf(variant, types, Math.min(depth, 1)),
      );
      return merge(of);
    }
    default:
      return node satisfies never;
  }
}

const isTelling = ({ required, condition }: PropertyTest): boolean =>
  required || condition.kind !== "any";

const nullable = (of: Condition): Condition =>
  of.kind === "any" ? of : { kind: "nullable", of };

/** At least one of several: JSON types become one list, and all of them are no condition. */
export function merge(of: readonly Condition[]): Condition {
  if (of.some(({ kind }) => kind === "any")) return { kind: "any" };
  if (of.some(({ kind }) => kind !== "types")) return { kind: "either", of };
  const types = new Set(of.flatMap((each) => conditionTypes(each) ?? []));
  return types.size === wireTypeNames.length
    ? { kind: "any" }
    : { kind: "types", types: [...types] };
}

/** An item's condition at one glance: no lists in lists, no objects. */
function shallow(type: TypeId, types: Nodes): Condition {
  const wire = conditionTypes(conditionOf(type, types, 0));
  return wire === undefined ? { kind: "any" } : { kind: "types", types: wire };
}

/** An exclusive bound of integers is that of the next integer. */
export function numberCondition(node: TypeNode): Condition {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } =
    node.constraints;
  const integer = node.kind === "integer";
  const above =
    integer && exclusiveMinimum !== undefined
      ? Math.floor(exclusiveMinimum) + 1
      : exclusiveMinimum;
  const below =
    integer && exclusiveMaximum !== undefined
      ? Math.ceil(exclusiveMaximum) - 1
      : exclusiveMaximum;
  const min = tightest(minimum, above, Math.max);
  const max = tightest(maximum, below, Math.min);
  if (min === undefined && max === undefined && !integer)
    return { kind: "types", types: ["number"] };
  const open = integer
    ? undefined
    : openBounds(min === exclusiveMinimum, max === exclusiveMaximum, min, max);
  return { kind: "number", integer, min, max, ...(open && { open }) };
}

function openBounds(
  isAbove: boolean,
  isBelow: boolean,
  min: number | undefined,
  max: number | undefined,
): "min" | "max" | "both" | undefined {
  const above = isAbove && min !== undefined;
  const below = isBelow && max !== undefined;
  return above && below ? "both" : above ? "min" : below ? "max" : undefined;
}

const tightest = (
  a: number | undefined,
  b: number | undefined,
  choose: (a: number, b: number) => number,
): number | undefined =>
  a === undefined ? b : b === undefined ? a : choose(a, b);

/** The JSON types a condition lets through; `undefined` is any. */
function conditionTypes(condition: Condition): readonly WireType[] | undefined {
  switch (condition.kind) {
    case "any":
      return undefined;
    case "absent":
      return [];
    case "types":
      return condition.types;
    case "literal":
      return [
        ...new Set(condition.values.map((value) => typeof value as WireType)),
      ];
    case "prefix":
    case "text":
      return ["string"];
    case "number":
      return ["number"];
    case "items":
    case "each":
    case "places":
      return ["array"];
    case "object":
    case "values":
      return ["object"];
    case "nullable": {
      const of = conditionTypes(condition.of);
      return of && [...new Set([...of, "null" as const])];
    }
    case "either": {
      const each = condition.of.map(conditionTypes);
      return each.some((one) => one === undefined)
        ? undefined
        : [...new Set(each.flatMap((one) => one ?? []))];
    }
    default:
      return condition satisfies never;
  }
}

/** The JSON types that values of a type can have; `undefined` is any. */
export const wireTypes = (
  type: TypeId,
  types: Nodes,
): readonly WireType[] | undefined =>
  conditionTypes(conditionOf(type, types, 0));

/** Why two conditions exclude each other. */
export type Exclusion =
  "jsonType" | "literal" | "items" | "length" | "prefix" | "range";

export interface Apart {
  readonly by: Exclusion;
  /** Short of one value that meets both: an empty array, or null. */
  readonly but: "emptyArray" | "null" | undefined;
}

/** How two conditions exclude each other; `undefined` where nothing is known to. */
export function exclusive(a: Condition, b: Condition): Apart | undefined {
  if (a.kind === "nullable" || b.kind === "nullable") {
    const apart = exclusive(
      a.kind === "nullable" ? a.of : a,
      b.kind === "nullable" ? b.of : b,
    );
    const isShared = [a, b].every((each) => allowsNull(each));
    return isShared && apart !== undefined ? { ...apart, but: "null" } : apart;
  }
  if (a.kind === "either") return allApart(a.of, (each) => exclusive(each, b));
  if (b.kind === "either") return allApart(b.of, (each) => exclusive(a, each));
  const left = conditionTypes(a);
  const right = conditionTypes(b);
  if (
    left !== undefined &&
    right !== undefined &&
    !left.some((type) => right.includes(type))
  )
    return sound("jsonType");
  if (a.kind === "literal") return literalApart(a.values, b);
  if (b.kind === "literal") return literalApart(b.values, a);
  if (a.kind === "prefix" && b.kind === "prefix") {
    const meet = a.prefixes.some((x) =>
      b.prefixes.some((y) => x.startsWith(y) || y.startsWith(x)),
    );
    return meet ? undefined : sound("prefix");
  }
  if (a.kind === "number" && b.kind === "number")
    return outside(a, b) ? sound("range") : undefined;
  return arraysApart(a, b);
}

const allowsNull = (condition: Condition): boolean =>
  conditionTypes(condition)?.includes("null") ?? true;

const sound = (by: Exclusion): Apart => ({ by, but: undefined });

function allApart(
  choices: readonly Condition[],
  from: (choice: Condition) => Apart | undefined,
): Apart | undefined {
  let weakest: Apart | undefined;
  for (const choice of choices) {
    const apart = from(choice);
    if (apart === undefined) return undefined;
    if (weakest?.but === undefined)
      weakest = apart.but === undefined ? (weakest ?? apart) : apart;
  }
  return weakest;
}

function literalApart(
  values: readonly unknown[],
  other: Condition,
): Apart | undefined {
  if (values.every((value) => !meets(value, other))) return sound("literal");
  return undefined;
}

/** Whether a scalar meets a condition; where that takes more than a look, it may. */
export function meets(value: unknown, condition: Condition): boolean {
  switch (condition.kind) {
    case "literal":
      return condition.values.some((literal) => literal === value);
    case "prefix":
      return (
        typeof value === "string" &&
        condition.prefixes.some((prefix) => value.startsWith(prefix))
      );
    case "number":
      return (
        typeof value === "number" &&
        (!condition.integer || Number.isInteger(value)) &&
        !outside(condition, { min: value, max: value })
      );
    default:
      return (
        conditionTypes(condition)?.includes(typeof value as WireType) ?? true
      );
  }
}

function arraysApart(a: Condition, b: Condition): Apart | undefined {
  if (!isArray(a) || !isArray(b)) return undefined;
  if (outside(a, b)) return sound("length");
  // Places that one of them has to fill come first, as nothing else is proof.
  const filled = Math.max(a.min ?? 0, b.min ?? 0);
  const places = Array.from({ length: lastPlace(a, b) + 1 }, (_, at) => at);
  const found = places.flatMap((at) => {
    const apart = exclusive(itemAt(a, at), itemAt(b, at));
    if (apart === undefined) return [];
    if (at < filled) return [{ by: "items" as const, but: apart.but }];
    return at === 0
      ? [{ by: "items" as const, but: "emptyArray" as const }]
      : [];
  });
  return found.find(({ but }) => but === undefined) ?? found[0];
}

type ArrayCondition = Condition & { kind: "items" | "each" | "places" };
const isArray = (condition: Condition): condition is ArrayCondition =>
  condition.kind === "items" ||
  condition.kind === "each" ||
  condition.kind === "places";

/** The last place at which two arrays may differ otherwise than at the one before. */
const lastPlace = (...of: readonly ArrayCondition[]): number =>
  Math.max(
    0,
    ...of.map((each) => (each.kind === "places" ? each.of.length - 1 : 0)),
  );

function itemAt(condition: ArrayCondition, at: number): Condition {
  if (condition.kind === "items")
    return { kind: "literal", values: condition.values };
  return condition.kind === "each"
    ? condition.of
    : (condition.of[at] ?? { kind: "any" });
}

interface Range extends Bounds {
  readonly open?: "min" | "max" | "both" | undefined;
}

const outside = (a: Range, b: Range): boolean => isBelow(a, b) || isBelow(b, a);

/** Whether all of one range is below all of the other. */
function isBelow(a: Range, b: Range): boolean {
  const max = a.max ?? Infinity;
  const min = b.min ?? -Infinity;
  const isOpen =
    a.open === "max" ||
    a.open === "both" ||
    b.open === "min" ||
    b.open === "both";
  return max < min || (max === min && isOpen);
}
