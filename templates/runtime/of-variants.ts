import { shape, type UnionShape } from "./shape.js";
import { type Decide, variantOf } from "./variants.js";

/** As `tagged`, of a union whose own values get no tag: what is inside its variants does. */
export function ofVariants(
  decide: Decide,
  inside: Readonly<Record<string, UnionShape>>,
): UnionShape {
  const name = variantOf(decide);
  const insides = new Map(Object.entries(inside));
  return shape((value, act) => insides.get(name(value))?.[act](value) ?? value);
}
