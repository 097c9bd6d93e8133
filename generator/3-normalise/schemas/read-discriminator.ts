import type { Located } from "../../2-bundle/bundle.ts";
import type { Discriminator, SchemaId } from "../../ir/schema-graph.ts";
import { at, entries, own, string } from "../read.ts";
import type { SchemaContext } from "./read-schema.ts";

/** OAS 3.2 §4.25. */
export function readDiscriminator(
  schema: Located,
  context: SchemaContext,
): Discriminator | undefined {
  const found = at(schema, "discriminator");
  if (found === undefined) return undefined;
  // Swagger 2.0 writes the property's name alone.
  const propertyName =
    string(found.value) ?? string(own(found.value, "propertyName"));
  if (propertyName === undefined) {
    context.report("union/discriminator-without-property", found.origin, {});
    return undefined;
  }
  const mapping = entries(at(found, "mapping")).flatMap(([value, target]) => {
    const written = string(target.value);
    if (written === undefined) return [];
    return [{ value, written, schema: targetOf(written, target, context) }];
  });
  const written = at(found, "defaultMapping");
  const name = string(written?.value);
  const defaultMapping = written &&
    name !== undefined && {
      written: name,
      schema: targetOf(name, written, context),
    };
  return {
    propertyName,
    mapping,
    ...(defaultMapping && { defaultMapping }),
    origin: found.origin,
  };
}

/** OAS 3.1 §4.8.25.1: a bare name is the name of a component, if there is such a component. */
function targetOf(
  written: string,
  { origin }: Located,
  context: SchemaContext,
): SchemaId | undefined {
  const reference = /[#/.]/.test(written)
    ? written
    : `#/components/schemas/${written}`;
  return context.refer(reference, origin);
}
