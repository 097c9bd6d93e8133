import { follow } from "../../ir/follow-schema.ts";
import type {
  Discriminator,
  SchemaGraph,
  SchemaId,
} from "../../ir/schema-graph.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { discriminatorOf } from "../inheritance.ts";
import type { Types } from "../types.ts";

/**
 * The discriminator of the base that all variants have under `allOf`, less what it says of others: a union that lists a
 * base's children, as many generators write it, is told apart as the base is (OAS 3.1 §4.8.25.1).
 */
export function ofOneBase(
  variants: readonly TypeId[],
  types: Types,
): Discriminator | undefined {
  const [first, ...others] = variants.map((variant) =>
    basesOf(variant as string as SchemaId, types.schemas),
  );
  if (first === undefined || others.length === 0) return undefined;
  const base = [...first].find((each) => others.every((one) => one.has(each)));
  const discriminator = base && discriminatorOf(base, types.schemas);
  return (
    discriminator && {
      ...discriminator,
      mapping: discriminator.mapping.filter(
        ({ schema }) =>
          schema !== undefined && variants.includes(types.typeOf(schema)),
      ),
    }
  );
}

/** The bases with a discriminator that a schema has under `allOf`, at any remove, nearest first. */
export function basesOf(
  schema: SchemaId,
  schemas: SchemaGraph,
): ReadonlySet<SchemaId> {
  const met = new Set<SchemaId>();
  const queue = [...(schemas.get(schema)?.allOf ?? [])];
  for (const next of queue) {
    const id = follow(next, schemas);
    if (met.has(id)) continue;
    met.add(id);
    queue.push(...(schemas.get(id)?.allOf ?? []));
  }
  return new Set(
    [...met].filter((id) => discriminatorOf(id, schemas) !== undefined),
  );
}
