import type { Condition, PropertyTest, TypeId } from "../../ir/type-graph.ts";
import type { Nodes } from "./nodes.ts";

/** Levels of properties and items that a complete check looks into. */
const deepest = 4;

/**
 * A condition that is necessary *and* sufficient: a value meets it if and only if it is valid for the
 * type. `undefined` where no test of ours decides that: patterns, `multipleOf`, `uniqueItems`, counts
 * of members, unions of objects, recursion. `format` annotates and decides nothing (JSON Schema
 * 2020-12 §7.2.1).
 */
export function exactCondition(
  type: TypeId,
  types: Nodes,
  depth = 0,
): Condition | undefined {
  const node = types.node(type);
  const { constraints } = node;
  const inner = (id: TypeId) => exactCondition(id, types, depth + 1);
  if (depth > deepest || node.incomplete === true) return undefined;
  if (node.assumed === true && node.kind !== "unknown") return undefined;
  switch (node.kind) {
    case "unknown":
      return { kind: "any" };
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
    case "integer": {
      const {
        minimum,
        maximum,
        exclusiveMinimum,
        exclusiveMaximum,
        multipleOf,
      } = constraints;
      if (
        exclusiveMinimum !== undefined ||
        exclusiveMaximum !== undefined ||
        multipleOf !== undefined
      )
        return undefined;
      const integer = node.kind === "integer";
      if (!integer && minimum === undefined && maximum === undefined)
        return { kind: "types", types: ["number"] };
      return { kind: "number", integer, min: minimum, max: maximum };
    }
    case "enum":
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
      const of = inner(node.of);
      return of && { kind: "nullable", of };
    }
    case "union": {
      const of = node.variants.map(inner);
      const isScalar = of.every(
        (each) => each !== undefined && each.kind !== "object",
      );
      return isScalar
        ? { kind: "either", of: of as readonly Condition[] }
        : undefined;
    }
    case "never":
    case "tuple":
    case "intersection":
      return undefined;
    default:
      return node satisfies never;
  }
}

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
