import type { Located } from "../../2-bundle/bundle.ts";
import type { Code } from "../../diagnostics/catalog.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
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
  const targetOf = (value: string | undefined, target: Located) => {
    const written = string(target.value);
    if (written === undefined) return undefined;
    const schema = findTarget(written, target, context);
    if (schema === undefined)
      context.report("union/mapping-target-missing", found.origin, {
        value,
        target: written,
        exists: false,
      });
    return { written, schema };
  };
  const mapping = entries(at(found, "mapping")).flatMap(([value, written]) => {
    const target = targetOf(value, written);
    return target === undefined ? [] : [{ value, ...target }];
  });
  const written = at(found, "defaultMapping");
  const defaultMapping = written && targetOf(undefined, written);
  return {
    propertyName,
    mapping,
    ...(defaultMapping && { defaultMapping }),
    origin: found.origin,
  };
}

/**
 * What may be both a name and a relative reference is taken for a name, as OAS 3.1.1 recommends (§4.8.25, "Options for
 * Mapping Values to Schemas"), if there is such a component.
 */
function findTarget(
  written: string,
  { origin }: Located,
  { refer, report }: SchemaContext,
): SchemaId | undefined {
  // No value is read from there, so what is said of values would not be true.
  const quietly: Report = (code, at, params) => {
    if (!ofValues.has(code)) report(code, at, params);
  };
  const named = /[#/]/.test(written)
    ? undefined
    : refer(`#/components/schemas/${written}`, origin, quietly);
  const isReference = /[#/.]/.test(written);
  return named ?? (isReference ? refer(written, origin, quietly) : undefined);
}

/** What is said where a reference leads nowhere. */
const ofValues: ReadonlySet<Code> = new Set<Code>([
  "schema/reference-unresolved",
  "load/reference-not-found",
  "load/reference-refused",
]);
