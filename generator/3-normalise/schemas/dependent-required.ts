import type { Json } from "../../ir/source.ts";
import { isObject, names, own } from "../read.ts";

/** What has to be there, and what has to be where something else is (JSON Schema 2020-12 validation §6.5.3, §6.5.4). */
export interface Required {
  readonly required: readonly string[];
  /** By the name of an optional property, those that it is never without. */
  readonly dependent: ReadonlyMap<string, readonly string[]>;
}

/** What depends on a property that is required is required as well; only the rest is more than a type says. */
export function requiredOf(schema: Json): Required {
  const required = names(own(schema, "required"));
  const written = own(schema, "dependentRequired");
  if (!isObject(written)) return { required, dependent: none };
  const dependent = new Map(
    Object.entries(written).map(([name, others]) => [name, names(others)]),
  );
  // A set is gone through to its end, whatever is added on the way.
  const all = new Set(required);
  for (const name of all)
    for (const other of dependent.get(name) ?? []) all.add(other);
  const open = [...dependent].filter(
    ([name, others]) => !all.has(name) && others.some((each) => !all.has(each)),
  );
  return { required: [...all], dependent: new Map(open) };
}

const none: Required["dependent"] = new Map();
