import { conditionTypes } from "../../ir/exclusive.ts";
import type {
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

/** The JSON types that values of a type can have; `undefined` is any. */
export const wireTypes = (
  type: TypeId,
  types: Nodes,
): readonly WireType[] | undefined =>
  conditionTypes(conditionOf(type, types, 0));
