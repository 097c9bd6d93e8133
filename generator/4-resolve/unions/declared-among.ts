import type { Discriminator } from "../../ir/schema-graph.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { Types } from "../types.ts";

/** A discriminator where only some of the variants are left that it was declared for. */
export function among(
  left: readonly TypeId[],
  listed: readonly TypeId[],
  { defaultMapping, ...declared }: Discriminator,
  types: Types,
): Discriminator {
  const written = (id: TypeId) => types.derived.get(id) ?? id;
  const kept = new Set(left.map(written));
  const gone = new Set(
    listed.map(written).filter((variant) => !kept.has(variant)),
  );
  const isThere = ({ schema }: Discriminator["mapping"][number]) =>
    schema === undefined || !gone.has(types.typeOf(schema));
  const isDefault =
    defaultMapping?.schema !== undefined &&
    gone.has(types.typeOf(defaultMapping.schema));
  return {
    ...declared,
    mapping: declared.mapping.filter(isThere),
    ...(defaultMapping && !isDefault && { defaultMapping }),
  };
}
