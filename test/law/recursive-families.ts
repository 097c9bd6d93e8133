import { oneEach, times, type Family } from "./families.ts";
import { holders } from "./recursion.ts";
import { enumSchema, literals, names, scalarSchema } from "./value-schemas.ts";
import type { Variant } from "./variants.ts";

/**
 * Variants that hold themselves, or each other in a ring, all under one name. What else tells them, if anything does,
 * need not be there, and so is at times said further down alone.
 */
const ring: Family = (draw, count) => {
  const [name, tag, more] = draw.shuffled(names) as [string, string, string];
  const step = draw.pick([0, 0, 1]);
  const isTagged = draw.chance(70);
  const alike = draw.chance(60) ? draw.pick(holders) : undefined;
  return times(count, (index): Variant => {
    const hold = alike ?? draw.pick(holders);
    const own = draw.again?.variant(index + step) ?? {};
    return {
      properties: [
        [name, hold(draw, own)],
        ...(isTagged ? [[tag, oneEach(draw, index)] as const] : []),
        ...(draw.chance(40) ? [[more, scalarSchema(draw)] as const] : []),
      ],
      required: [
        ...(draw.chance(40) ? [name] : []),
        ...(draw.chance(20) && isTagged ? [tag] : []),
        ...(draw.chance(20) ? [more] : []),
      ],
      closed: draw.chance(10),
    };
  });
};

/** Variants that hold a component each, and those the variants again: what tells them is in the components. */
const through: Family = (draw, count) => {
  const [name, tag, back] = draw.shuffled(names) as [string, string, string];
  return times(count, (index): Variant => {
    const told = draw.chance(80)
      ? oneEach(draw, index)
      : enumSchema(draw, literals(draw, 1, 2));
    const held = draw.define({
      type: "object",
      properties: { [tag]: told, [back]: draw.again?.any() ?? {} },
      required: draw.some([tag, back], 0),
      ...(draw.chance(20) && { additionalProperties: false }),
    });
    return {
      properties: [[name, held]],
      required: draw.chance(70) ? [name] : [],
    };
  });
};

/** By name, as those of `families.ts`. */
export const recursiveFamilies: Readonly<Record<string, Family>> = {
  ring,
  through,
};
