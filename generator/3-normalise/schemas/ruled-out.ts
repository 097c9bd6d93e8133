import type { Located } from "../../2-bundle/bundle.ts";
import type { JsonType } from "../../ir/schema-graph.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import { at, isName, isObject, items, names, own } from "../read.ts";
import { isAnnotation } from "./keywords.ts";
import type { SchemaContext } from "./read-schema.ts";

/** What `not` rules out (JSON Schema 2020-12 §10.2.1.4), where a type can say it. */
export interface RuledOut {
  /** Scalars and null. Whether there are others beside them, whoever knows the type says. */
  readonly values: readonly Json[];
  readonly types: readonly JsonType[];
  /** Properties that no value has, each with the place of its name. */
  readonly absent: readonly Located[];
}

/** Nothing is ruled out. */
export const outOfNothing: RuledOut = { values: [], types: [], absent: [] };

/** `undefined`: more than a type says. `not: {}`, which rules out everything, is not asked about here. */
export function ruledOut(
  schema: Located & { readonly value: JsonObject },
  { follow }: Pick<SchemaContext, "follow">,
): RuledOut | undefined {
  const written = at(schema, "not");
  if (written === undefined) return outOfNothing;
  const found = follow(written);
  if (found === undefined || !isObject(found.value)) return undefined;
  const said = Object.entries(found.value).filter(
    ([keyword]) => !isAnnotation(keyword),
  );
  const [only, second] = said;
  if (only === undefined || second !== undefined) return undefined;
  const [keyword, value] = only;
  const listed = Array.isArray(value) ? value : [value];
  switch (keyword) {
    case "const":
    case "enum": {
      const values = keyword === "const" ? [value] : listed;
      return values.some((each) => typeof each === "object" && each !== null)
        ? undefined
        : { ...outOfNothing, values };
    }
    case "type":
      return withoutTypes(listed, schema.value);
    case "required":
    case "anyOf": {
      const absent = absentIn(found);
      return absent !== undefined && mayLack(absent, schema.value)
        ? { ...outOfNothing, absent }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Types out of a list; of null alone, whoever knows the type says whether it is there. */
function withoutTypes(
  types: readonly Json[],
  schema: JsonObject,
): RuledOut | undefined {
  const named = own(schema, "type");
  if (!Array.isArray(named))
    return types.join() === "null"
      ? { ...outOfNothing, values: [null] }
      : undefined;
  // A number that is no integer is no type.
  if (types.includes("integer") && named.includes("number")) return undefined;
  if (named.every((name) => types.includes(name))) return undefined;
  return { ...outOfNothing, types: types as readonly JsonType[] };
}

/** `required: [a]` lacks `a`; one of several lacks each. Of two that are required together, either may be there. */
function absentIn(ruledOut: Located): readonly Located[] | undefined {
  const keys = isObject(ruledOut.value) ? Object.keys(ruledOut.value) : [];
  if (keys.join() === "anyOf") {
    const each = items(at(ruledOut, "anyOf")).map(absentIn);
    const isSaid = each.length > 0 && each.every((one) => one !== undefined);
    return isSaid ? each.flatMap((one) => one ?? []) : undefined;
  }
  const [only, second] = items(at(ruledOut, "required"));
  return keys.join() === "required" &&
    only !== undefined &&
    second === undefined &&
    isName(only.value)
    ? [{ ...only, value: String(only.value) }]
    : undefined;
}

/** Whether the schema is of objects alone, and does not require what it rules out. */
function mayLack(absent: readonly Located[], schema: JsonObject): boolean {
  const type = own(schema, "type") ?? "object";
  const required = names(own(schema, "required"));
  return (
    type === "object" &&
    own(schema, "nullable") !== true &&
    !absent.some(({ value }) => required.includes(String(value)))
  );
}
