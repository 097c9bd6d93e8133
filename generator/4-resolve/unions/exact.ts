import { exclusive } from "../../ir/exclusive.ts";
import type { Constraints } from "../../ir/schema-graph.ts";
import type {
  Condition,
  PropertyTest,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";
import { numberCondition } from "./conditions.ts";
import type { Nodes } from "./nodes.ts";

/** What is said of the values; what only annotates is left out (JSON Schema 2020-12 §7.2.1). */
function boundsOf({ constraints }: TypeNode): Constraints {
  const { format: _, ...bounds } = constraints;
  return bounds;
}

/** Levels of properties and items that a complete check looks into. */
const deepest = 4;

/**
 * A condition that is necessary *and* sufficient: a value meets it if and only if it is valid for the
 * type. `undefined` where no test of ours decides that: patterns, `multipleOf`, `uniqueItems`, counts
 * of members, unions of objects, recursion.
 */
export function exactCondition(
  type: TypeId,
  types: Nodes,
  depth = 0,
): Condition | undefined {
  const node = types.node(type);
  const constraints = boundsOf(node);
  const inner = (id: TypeId) => exactCondition(id, types, depth + 1);
  if (depth > deepest || node.incomplete === true) return undefined;
  if (node.assumed === true && node.kind !== "unknown") return undefined;
  if (node.wider === true && node.kind !== "union") return undefined;
  switch (node.kind) {
    case "unknown":
      return isEmpty(constraints) ? { kind: "any" } : undefined;
    case "null":
    case "boolean":
      return { kind: "types", types: [node.kind] };
    case "string": {
      const { pattern, minLength, maxLength } = constraints;
      if (pattern !== undefined) return undefined;
      if (minLength === undefined && maxLength === undefined)
        return { kind: "types", types: ["string"] };
      return { kind: "text", min: minLength, max: maxLength };
    }
    case "number":
    case "integer":
      return constraints.multipleOf === undefined
        ? numberCondition(node)
        : undefined;
    case "enum":
      if (!isEmpty(constraints)) return undefined;
      return node.open
        ? { kind: "types", types: ["string"] }
        : { kind: "literal", values: node.values };
    case "array": {
      if (constraints.uniqueItems === true) return undefined;
      const of = inner(node.items);
      return (
        of && {
          kind: "each",
          of,
          min: constraints.minItems ?? 0,
          max: constraints.maxItems,
        }
      );
    }
    case "record": {
      if (hasMemberCount(constraints)) return undefined;
      const of = inner(node.values);
      return (
        of &&
        (of.kind === "any"
          ? { kind: "types", types: ["object"] }
          : { kind: "values", of })
      );
    }
    case "object": {
      if (hasMemberCount(constraints)) return undefined;
      if (
        node.additional !== undefined &&
        types.node(node.additional).kind !== "unknown"
      )
        return undefined;
      const tests = node.properties.map((property) =>
        exactTest(property.wireName, property.required, inner(property.type)),
      );
      return tests.every((test) => test !== undefined)
        ? { kind: "object", tests, closed: node.closed }
        : undefined;
    }
    case "nullable": {
      if (!isSaidInside(constraints, [node.of], types)) return undefined;
      const of = inner(node.of);
      return of && { kind: "nullable", of };
    }
    case "union": {
      if (!isSaidInside(constraints, node.variants, types)) return undefined;
      const of = node.variants.map(inner);
      if (!of.every((each) => each !== undefined)) return undefined;
      // Of `oneOf`, only one may be met.
      if (node.wider === true && !areApart(of)) return undefined;
      return of.some(({ kind }) => kind === "object")
        ? undefined
        : { kind: "either", of };
    }
    case "tuple":
      return exactTuple(node, constraints, inner);
    case "never":
    case "intersection":
      return undefined;
    default:
      return node satisfies never;
  }
}

function exactTuple(
  { items, rest }: TypeNode & { kind: "tuple" },
  constraints: Constraints,
  inner: (id: TypeId) => Condition | undefined,
): Condition | undefined {
  const { minItems = 0, maxItems = Infinity, uniqueItems } = constraints;
  const isOpen = rest !== undefined;
  if (uniqueItems === true || (isOpen && inner(rest)?.kind !== "any"))
    return undefined;
  const of = items.map(inner);
  const max = Math.min(maxItems, isOpen ? Infinity : items.length);
  return of.every((each) => each !== undefined)
    ? { kind: "places", of, min: minItems, ...(max < Infinity && { max }) }
    : undefined;
}

const isEmpty = (constraints: Constraints): boolean =>
  Object.keys(constraints).length === 0;

/** Whether what is said of a choice is said of each member as well, where it is checked. */
const isSaidInside = (
  constraints: Constraints,
  members: readonly TypeId[],
  types: Nodes,
): boolean =>
  isEmpty(constraints) ||
  members.every((member) => {
    const inside: Constraints = types.node(member).constraints;
    return Object.entries(constraints).every(
      ([keyword, bound]) => inside[keyword as keyof Constraints] === bound,
    );
  });

const areApart = (conditions: readonly Condition[]): boolean =>
  conditions.every((one, index) =>
    conditions.slice(index + 1).every((other) => {
      const apart = exclusive(one, other);
      return apart !== undefined && apart.but === undefined;
    }),
  );

const hasMemberCount = ({
  minProperties,
  maxProperties,
}: {
  minProperties?: number;
  maxProperties?: number;
}): boolean => minProperties !== undefined || maxProperties !== undefined;

const exactTest = (
  wireName: string,
  required: boolean,
  condition: Condition | undefined,
): PropertyTest | undefined => condition && { wireName, required, condition };
