import type { Json } from "../../generator/ir/source.ts";
import {
  objectOf,
  refTo,
  type Components,
  type GeneratedUnion,
  type Schema,
} from "./schema.ts";
import { wholeRef } from "./whole.ts";

/**
 * Unions that every run has, each of which leads back to itself: what is wrong with them is wrong only further down
 * than a rule looks, or only where a type is met again. Instances are made of the `examples`.
 */
export function directedRecursiveUnions(
  name: (index: number) => string,
): readonly GeneratedUnion[] {
  return [beyondSight, metAgain, taggedInside].map((make, index) => {
    const own = (component: string) => `${name(index)}${component}`;
    const { variants, components } = make((component) => refTo(own(component)));
    return {
      family: "directed",
      keyword: "oneOf",
      variants,
      components: objectOf(
        Object.entries(components).map(([component, schema]) => [
          own(component),
          schema,
        ]),
      ),
    };
  });
}

interface Made {
  readonly variants: readonly Schema[];
  readonly components: Components;
}

type RefTo = (component: string) => Schema;

const object = (
  properties: Schema,
  required: readonly string[],
  more: Schema = {},
): Schema => ({ type: "object", properties, required, ...more });

const text: Schema = { type: "string" };

/** So many objects inside of each other, and in the last one another value. */
const chain = (length: number, last: Json): Json =>
  length === 0 ? { v: last } : { v: 1, next: chain(length - 1, last) };

/** One includes the other; what it adds is right as far as a complete check looks, and goes on. */
const beyondSight = (to: RefTo): Made => ({
  variants: [
    object({ id: text }, ["id"]),
    object(
      {
        id: text,
        p: {
          anyOf: [to("Node")],
          examples: [2, 5, 8].flatMap((length) => [
            chain(length, 1),
            chain(length, "a"),
          ]),
        },
      },
      ["id", "p"],
    ),
  ],
  components: {
    Node: object({ v: { type: "integer" }, next: to("Node") }, ["v"]),
  },
});

/** The same property of two types, which differ only where the first of them is met again. */
const metAgain = (to: RefTo): Made => ({
  variants: [
    object({ id: text, p: to("Even") }, ["id"]),
    object({ id: text, p: to("Odd"), q: text }, ["id", "q"]),
  ],
  components: {
    Even: object({ v: { type: "integer" }, next: to("Even") }, [], {
      examples: [chain(0, 1), chain(1, 1), chain(3, 1)],
    }),
    Odd: object({ v: { type: "integer" }, next: to("Other") }, []),
    Other: object({ v: text, next: to("Other") }, []),
  },
});

/** A value of the union stands in the place of one that is closed, and carries a tag itself once it is decoded. */
const taggedInside = (to: RefTo): Made => ({
  variants: [to("Outer"), object({ q: text }, ["q"])],
  components: {
    Outer: object({ p: { oneOf: [wholeRef, to("Closed")] } }, ["p"]),
    Closed: object({ x: { type: "integer" } }, ["x"], {
      additionalProperties: false,
    }),
  },
});
