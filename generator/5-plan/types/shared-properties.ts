import { equalTypes } from "../../ir/equal-types.ts";
import type {
  ObjectNode,
  Property,
  TypeGraph,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";

/**
 * The properties that all of these have alike: equal type, optionality, access and description. They
 * are what a base interface holds, and what is known of a value that fits none of them.
 */
export function sharedProperties(
  objects: readonly ObjectNode[],
  types: TypeGraph,
): readonly Property[] {
  const [first, ...others] = objects;
  const nodes = { node: (id: TypeId) => types.get(id) as TypeNode };
  return (first?.properties ?? []).filter((property) =>
    others.every((object) =>
      object.properties.some(
        (other) =>
          other.wireName === property.wireName &&
          other.required === property.required &&
          other.access === property.access &&
          other.annotations.description === property.annotations.description &&
          other.annotations.onlyWith?.join("\n") ===
            property.annotations.onlyWith?.join("\n") &&
          equalTypes(other.type, property.type, nodes),
      ),
    ),
  );
}

/** Whether a base interface pays: three or more share at least half of what the largest one has. */
export function deservesBase(
  objects: readonly ObjectNode[],
  shared: readonly Property[],
): boolean {
  const largest = Math.max(
    0,
    ...objects.map((object) => object.properties.length),
  );
  return (
    objects.length >= 3 && shared.length * 2 >= largest && shared.length > 1
  );
}
