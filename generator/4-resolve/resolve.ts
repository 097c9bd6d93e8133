import type { Report } from "../diagnostics/diagnostic.ts";
import { directionsOf, exchangesOf } from "../ir/directions.ts";
import type { Api } from "../ir/openapi.ts";
import { reachableFrom } from "../ir/reachable.ts";
import type { Resolved } from "../ir/resolved.ts";
import type { SchemaId } from "../ir/schema-graph.ts";
import type { TypeGraph } from "../ir/type-graph.ts";
import { breakCircles } from "./break-circles.ts";
import { coverRequired } from "./cover-required.ts";
import { dropImpossible } from "./drop-impossible.ts";
import { findChildren, findInherited } from "./inheritance.ts";
import { isUndeclared } from "./object-type.ts";
import { reportContradictions } from "./report-contradictions.ts";
import { schemaTypeId } from "./schema-type.ts";
import { componentNames } from "./unions/component-names.ts";
import { mergeVariants } from "./unions/merge-variants.ts";
import { tagNative, tagUnions, type TagContext } from "./unions/tag-unions.ts";
import { createTypes } from "./types.ts";

/**
 * 4-resolve
 * Before: schemas with `$ref`, `allOf`, `anyOf`, `oneOf`. After: types without them, null lifted
 * out, and on each union how its variants are told apart.
 */
export function resolve(api: Api, report: Report): Resolved {
  const types = createTypes(
    api.schemas,
    findChildren(api),
    report,
    schemaTypeId,
  );
  const { received: outputs, sent: inputs } = directionsOf(api);
  const components = api.components.map(({ schema }) => schema);
  const typeOf = new Map(
    [...inputs, ...outputs, ...components, ...headerSchemas(api)].map(
      (schema) => [schema, types.typeOf(schema)],
    ),
  );
  const roots = [...typeOf.values()];
  const built = reachableFrom(roots, types);
  const names = componentNames(api, types);
  const inherited = findInherited(api, types.typeOf);
  const context = (): TagContext => {
    const received = reachableFrom(
      outputs.map((schema) => types.typeOf(schema)),
      types,
    );
    return {
      types,
      received: (id) => received.has(id),
      names,
      inherited,
      roots,
      report,
    };
  };
  const changes = [
    coverRequired(built, types),
    breakCircles(built, types, report),
    dropImpossible(built, types),
    tagNative(built, context()),
    mergeVariants(built, types),
  ];
  const graph = changes.includes(true) ? reachableFrom(roots, types) : built;
  reportUndeclared(graph, report);
  reportContradictions(graph, types, report);
  return {
    types: tagUnions(graph, context()),
    typeOf,
    derived: types.derived,
  };
}

/** The schemas of response headers, which nothing sends or receives as JSON. */
const headerSchemas = (api: Api): readonly SchemaId[] =>
  exchangesOf(api).flatMap(({ responses }) =>
    responses.flatMap(({ headers }) =>
      headers.flatMap(({ schema }) => schema ?? []),
    ),
  );

/** What is required and declared nowhere, once every `allOf` around it has had its say. */
function reportUndeclared(graph: TypeGraph, report: Report): void {
  for (const node of graph.values()) {
    if (node.kind !== "object") continue;
    for (const property of node.properties.filter(isUndeclared)) {
      const { wireName } = property;
      report("schema/required-undeclared", property.origin, {
        property: wireName,
      });
    }
  }
}
