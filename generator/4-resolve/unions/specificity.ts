import { equalTypes } from "../../ir/equal-types.ts";
import type { ObjectNode, PropertyTest } from "../../ir/type-graph.ts";
import { exactCondition } from "./exact.ts";
import { propertyOf, type Nodes } from "./nodes.ts";

/**
 * Whether `special` is a more specific variant than `general`: it requires all that the other does,
 * and more. Returns complete tests of everything in which the two differ, optional properties
 * included; with them, a value that passes is valid for `special` as far as it is for `general`.
 * `undefined` where it is not more specific, or where no test decides what it adds.
 */
export function moreSpecific(
  special: ObjectNode,
  general: ObjectNode,
  types: Nodes,
): readonly PropertyTest[] | undefined {
  if (special.incomplete || special.wider || special.closed) return undefined;
  if (hasMemberCount(special)) return undefined;
  if (
    special.additional !== undefined &&
    types.node(special.additional).kind !== "unknown"
  )
    return undefined;
  const required = (object: ObjectNode) =>
    object.properties.filter((property) => property.required);
  const keeps = required(general).every(
    ({ wireName }) => propertyOf(special, wireName)?.required,
  );
  const adds = required(special).some(
    ({ wireName }) => !propertyOf(general, wireName)?.required,
  );
  if (!keeps || !adds) return undefined;
  const differing = special.properties.filter((property) => {
    const other = propertyOf(general, property.wireName);
    return (
      other === undefined ||
      other.required !== property.required ||
      !equalTypes(other.type, property.type, types)
    );
  });
  const tests = differing.map((property): PropertyTest | undefined => {
    const condition = exactCondition(property.type, types);
    return (
      condition && {
        wireName: property.wireName,
        required: property.required,
        condition,
      }
    );
  });
  return tests.every((test) => test !== undefined) ? tests : undefined;
}

const hasMemberCount = ({ constraints }: ObjectNode): boolean =>
  constraints.minProperties !== undefined ||
  constraints.maxProperties !== undefined;
