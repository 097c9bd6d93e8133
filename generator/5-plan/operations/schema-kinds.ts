import type { Resolved } from "../../ir/resolved.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";
import type { Property, TypeId, TypeNode } from "../../ir/type-graph.ts";

/**
 * What the encoders of bodies have to know of a type. Asked of the types as they were resolved: to the
 * types that are declared, a file is a string like any other.
 */

type Types = Resolved["types"];

export const typeOf = (
  schema: SchemaId | undefined,
  resolved: Resolved,
): TypeId | undefined =>
  schema === undefined ? undefined : resolved.typeOf.get(schema);

/** `format: binary` of OAS 3.0 §4.7.14.2, and what 3.1 writes instead, which `3-normalise` makes the same. */
export const isBinary = (node: TypeNode | undefined): boolean =>
  (node?.kind === "string" || node?.kind === "unknown") &&
  node.constraints.format === "binary";

/** Whether every value is a string, a number or a boolean. */
export function isScalar(type: TypeId, types: Types): boolean {
  const node = types.get(type);
  switch (node?.kind) {
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
    case "enum":
    case "never":
      return true;
    case "nullable":
      return isScalar(node.of, types);
    case "union":
      return node.variants.every((variant) => isScalar(variant, types));
    default:
      return false;
  }
}

/** Whether every value is a string. */
export function isText(type: TypeId, types: Types): boolean {
  const node = types.get(type);
  switch (node?.kind) {
    case "string":
      return true;
    case "enum":
      return node.values.every((value) => typeof value === "string");
    case "nullable":
      return isText(node.of, types);
    case "union":
      return node.variants.every((variant) => isText(variant, types));
    default:
      return isBinary(node);
  }
}

/** Whether a value may be a string, as far as the description says. */
export function mayBeText(type: TypeId, types: Types): boolean {
  const node = types.get(type);
  switch (node?.kind) {
    case "string":
    case "unknown":
      return true;
    case "enum":
      return node.values.some((value) => typeof value === "string");
    case "nullable":
      return mayBeText(node.of, types);
    case "union":
      return node.variants.some((variant) => mayBeText(variant, types));
    default:
      return false;
  }
}

/** Whether a value may be an object, as far as the description says. */
export function mayBeObject(type: TypeId, types: Types): boolean {
  const node = types.get(type);
  switch (node?.kind) {
    case "object":
    case "record":
    case "intersection":
    case "unknown":
      return true;
    case "nullable":
      return mayBeObject(node.of, types);
    case "union":
      return node.variants.some((variant) => mayBeObject(variant, types));
    default:
      return false;
  }
}

/** The properties of an object, of any variant of a union, of any member of an intersection. */
export function propertiesOf(type: TypeId, types: Types): readonly Property[] {
  const node = types.get(type);
  switch (node?.kind) {
    case "object":
      return node.properties;
    case "nullable":
      return propertiesOf(node.of, types);
    case "union":
      return node.variants.flatMap((variant) => propertiesOf(variant, types));
    case "intersection":
      return node.members.flatMap((member) => propertiesOf(member, types));
    default:
      return [];
  }
}
