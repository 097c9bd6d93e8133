import { shape, type UnionShape } from "./shape.js";
import type { More } from "./tagged.js";
import type { Tests } from "./tests.js";
import { variants } from "./variants.js";

/** As `tagged`, of a union whose own values get no tag: what is inside its variants does. */
export function ofVariants(
  tests: Readonly<Record<string, Tests>>,
  { choose, index, inside = {} }: More = {},
): UnionShape {
  const variantOf = variants(tests, choose, index);
  const insides = new Map(Object.entries(inside));
  return shape(
    (value, act) => insides.get(variantOf(value))?.[act](value) ?? value,
  );
}
