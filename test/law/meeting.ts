import type { Json } from "../../generator/ir/source.ts";
import type { Draw } from "./draw.ts";
import { mutated } from "./instances.ts";
import { sampleValue, scraps } from "./sample-value.ts";
import {
  isList,
  isSchema,
  objectOf,
  restrictedVariants,
  type GeneratedUnion,
  type Schema,
} from "./schema.ts";
import { componentsOf } from "./whole.ts";

/** A value of one variant that met one of the other: what is valid for both looks like that, if anything does. */
export function meeting(
  union: GeneratedUnion,
  left: number,
  right: number,
  draw: Draw,
): Json {
  const components = componentsOf(union);
  const variants = restrictedVariants(union);
  const [a, b] = [left, right].map((place) =>
    sampleValue(variants[place] as Schema, components, draw),
  ) as [Json, Json];
  const value = met(a, b, draw, draw.pick([0, 50, 100]));
  return draw.chance(25) ? mutated(value, draw) : value;
}

/** Members of both, each of them met; those of one alone as often as `kept` says. */
function met(a: Json, b: Json, draw: Draw, kept: number): Json {
  if (isList(a) && isList(b)) {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return draw.chance(15)
      ? []
      : draw
          .pick([short, long])
          .map((item, at) =>
            at < short.length
              ? met(a[at] as Json, b[at] as Json, draw, kept)
              : item,
          );
  }
  if (isSchema(a) && isSchema(b) && draw.chance(95)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return objectOf(
      names.flatMap((name): [string, Json][] => {
        const [own, other] = [a, b].map((each) =>
          Object.hasOwn(each, name) ? each[name] : undefined,
        );
        if (own !== undefined && other !== undefined)
          return draw.chance(95) ? [[name, met(own, other, draw, kept)]] : [];
        return draw.chance(kept) ? [[name, (own ?? other) as Json]] : [];
      }),
    );
  }
  return draw.chance(75) ? draw.pick([a, b]) : draw.pick([null, ...scraps]);
}
