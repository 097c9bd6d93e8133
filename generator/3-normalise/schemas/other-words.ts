import type { Component } from "../../ir/openapi.ts";
import type {
  SchemaGraph,
  SchemaId,
  SchemaNode,
} from "../../ir/schema-graph.ts";
import { blank } from "./read-schema.ts";

/**
 * The components, where one that is nothing but a reference to what no component is, is that: as descriptions
 * that are split over files list them. Of several such words for the same thing the first is its name.
 */
export function atTheirPlaces(
  components: readonly Component[],
  schemas: SchemaGraph,
): readonly Component[] {
  const taken = new Set(components.map(({ schema }) => schema));
  return components.map((component) => {
    const place = placeOf(component.schema, schemas);
    if (place === undefined || taken.has(place)) return component;
    taken.add(place);
    return { ...component, schema: place };
  });
}

/** Where references lead that say nothing themselves; `undefined` where they lead in a circle. */
function placeOf(schema: SchemaId, schemas: SchemaGraph): SchemaId | undefined {
  const seen = new Set<SchemaId>();
  let at = schema;
  for (;;) {
    const node = schemas.get(at);
    if (node?.ref === undefined || !saysNothing(node)) return at;
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = node.ref;
  }
}

/** Whether there is nothing in a schema but its reference. */
const saysNothing = (schema: SchemaNode): boolean =>
  Object.entries({ ...blank(schema.id, schema.origin), ref: schema.ref }).every(
    ([keyword, value]) => schema[keyword as keyof SchemaNode] === value,
  );
