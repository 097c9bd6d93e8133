import type { Located } from "../../2-bundle/bundle.ts";
import { at, isObject, own, string, strings } from "../read.ts";
import type { SchemaContext } from "./read-schema.ts";

/** What `propertyNames` says (JSON Schema 2020-12 §10.3.2.4). */
export interface PropertyNames {
  /** All names that there may be, where they are listed and one schema says what they hold. */
  readonly listed: readonly string[] | undefined;
  /** Whether that, or nothing, is all that it says. */
  readonly isCarried: boolean;
}

/** Reads it; a reference is followed. */
export function readPropertyNames(
  schema: Located,
  { follow }: Pick<SchemaContext, "follow">,
): PropertyNames {
  const written = at(schema, "propertyNames");
  if (written === undefined) return { listed: undefined, isCarried: true };
  const isReference = string(own(written.value, "$ref")) !== undefined;
  const names = (isReference ? follow(written) : written)?.value;
  const constant = string(own(names, "const"));
  const found =
    constant === undefined ? strings(own(names, "enum")) : [constant];
  const hasValues = isObject(own(schema.value, "additionalProperties"));
  const listed =
    found.length > 0 && hasValues ? [...new Set(found)] : undefined;
  // Every name is a string.
  const saysNothing =
    names === true ||
    (isObject(names) &&
      Object.entries(names).every(
        ([keyword, value]) => keyword === "type" && value === "string",
      ));
  return { listed, isCarried: saysNothing || listed !== undefined };
}
