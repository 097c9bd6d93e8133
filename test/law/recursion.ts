import type { Draw } from "./draw.ts";
import { refTo, type Schema } from "./schema.ts";
import { scalarSchema, type Drawing } from "./value-schemas.ts";
import { namesIn, wholeRef } from "./whole.ts";

/** What the variant at a place is called as a component, before it is known whether it is to be one. */
const variantName = (union: string, place: number): string =>
  `${union}R${place}`;

export interface Recursive {
  /** What the names of the union's components begin with. */
  readonly name: string;
  /** How many variants there will be; about so many. */
  readonly count: number;
  /** Those of the union, as far as they are drawn. */
  readonly components: Record<string, Schema>;
}

/** What leads back to a union while it is drawn. */
export interface Again {
  /** The variant that is made at a place, or one before it where there are less. */
  readonly variant: (place: number) => Schema;
  /** Any variant, all of them, or the last component, in one of the ways there are to hold it. */
  readonly any: () => Schema;
}

export function againIn(
  { name, count, components }: Recursive,
  drawing: () => Drawing,
): Again {
  const variant = (place: number) => refTo(variantName(name, place % count));
  return {
    variant,
    any() {
      const draw = drawing();
      const places = Array.from({ length: count }, (_, place) => place);
      const target = draw.pick([
        ...places.map(variant),
        ...places.slice(count / 2).map(() => wholeRef),
        ...Object.keys(components).slice(-1).map(refTo),
      ]);
      // Of many variants that meet inside of each other there are more intersections than a test has time for.
      if (target !== wholeRef && count <= 3 && draw.chance(15))
        return { allOf: [target, variant(draw.int(0, count - 1))] };
      return draw.pick([...holders, ...others])(draw, target);
    },
  };
}

type Holder = (draw: Drawing, target: Schema) => Schema;

const either = (draw: Draw, ...of: readonly Schema[]): Schema => ({
  [draw.pick(["anyOf", "oneOf"])]: of,
});

/** What holds a value of another schema, or is one. */
export const holders: readonly Holder[] = [
  (_, target) => target,
  (_, target) => target,
  (draw, target) => ({ type: "array", items: target, ...few(draw) }),
  (_, target) => ({ type: "object", additionalProperties: target }),
  (draw, target) => ({
    type: "array",
    prefixItems: draw.shuffled([target, scalarSchema(draw)]),
    ...few(draw),
  }),
  (draw, target) => either(draw, target, { type: "null" }),
  (draw, target) => either(draw, target, { type: "null" }),
  (draw, target) => either(draw, target, scalarSchema(draw)),
];

/** The same with more beside it, or at some remove. */
const others: readonly Holder[] = [
  (_, target) => ({ allOf: [target, { description: "again" }] }),
  (_, target) => ({ ...target, minProperties: 1 }),
  (draw, target) => ({ allOf: [target, marked(draw)] }),
  (draw, target) => ({ ...target, ...marked(draw) }),
  (draw, target) => draw.define(target),
  (draw, target) => draw.define(beside(draw, target)),
  (draw, target) => beside(draw, draw.pick(holders)(draw, target)),
];

const marked = (draw: Drawing): Schema => ({
  properties: { mark: scalarSchema(draw) },
  ...(draw.chance(40) && { required: ["mark"] }),
});

/** An object that holds it, one level further down. */
const beside: Holder = (draw, target) => ({
  type: "object",
  properties: { again: target, mark: scalarSchema(draw) },
  required: draw.some(["again", "mark"], 0),
  ...(draw.chance(20) && { additionalProperties: false }),
});

const few = (draw: Draw): Schema =>
  draw.chance(40) ? { minItems: draw.int(0, 1) } : {};

/**
 * Makes components of those variants that something refers to, and gives the variants as they are then: references. They are in the
 * order in which they were made.
 */
export function referred(
  variants: readonly Schema[],
  { name, count, components }: Recursive,
): readonly Schema[] {
  const known = new Map<number, Schema>();
  // From the last place on: one that no variant was made for means another.
  for (let place = count - 1; place >= 0; place--) {
    const component = variantName(name, place);
    if (!namesIn([variants, components]).includes(component)) continue;
    components[component] =
      variants[place] ?? refTo(variantName(name, place % variants.length));
    known.set(place, refTo(component));
  }
  return variants.map((schema, place) => known.get(place) ?? schema);
}
