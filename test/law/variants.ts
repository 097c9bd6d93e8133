import type { Draw } from "./draw.ts";
import { objectOf, type Schema } from "./schema.ts";
import { beyondTypes, scalarSchema, type Drawing } from "./value-schemas.ts";

/** What a variant says, before it is written in one of the ways there are to write it. */
export interface Variant {
  readonly properties: readonly (readonly [name: string, schema: Schema])[];
  readonly required: readonly string[];
  readonly closed?: boolean;
  readonly more?: Schema;
}

/** A variant with properties that all have, or that nobody needs. */
export function withCompany(draw: Drawing, variant: Variant): Variant {
  const name = draw.pick(["id", "note", "extra", "p", "q", "r", "s", "t"]);
  const isTaken = variant.properties.some(([known]) => known === name);
  if (isTaken || draw.chance(25)) return variant;
  const said =
    draw.again !== undefined && draw.chance(60)
      ? draw.again.any()
      : draw.chance(50)
        ? { type: "string" }
        : scalarSchema(draw);
  // What a request alone carries tells nothing of a response.
  const access = draw.chance(8) ? { writeOnly: true } : {};
  return {
    ...variant,
    properties: [...variant.properties, [name, { ...said, ...access }]],
    required: draw.chance(30) ? [...variant.required, name] : variant.required,
  };
}

/** Written inline, as a component, with `allOf`, with or without `type`. */
export function write(draw: Drawing, variant: Variant): Schema {
  const isOpen = variant.closed !== true;
  const whole =
    isOpen && draw.chance(6)
      ? besideChoice(draw, variant)
      : draw.chance(20)
        ? inParts(draw, variant)
        : flat(variant, draw.chance(90));
  return draw.chance(30) ? draw.define(whole) : whole;
}

const flat = (
  { properties, required, closed, more }: Variant,
  typed: boolean,
): Schema => ({
  ...(typed && { type: "object" }),
  ...(properties.length > 0 && { properties: objectOf(properties) }),
  ...(required.length > 0 && { required }),
  ...(closed === true && { additionalProperties: false }),
  ...more,
});

/** The same in members of `allOf`, or in some of them and keywords beside. */
function inParts(draw: Drawing, variant: Variant): Schema {
  const { properties, required, more } = variant;
  const at = draw.int(0, properties.length);
  const first: Variant = {
    properties: properties.slice(0, at),
    required: required.filter(() => draw.chance(50)),
    closed: variant.closed === true && draw.chance(50),
  };
  const second: Variant = {
    properties: properties.slice(at),
    required,
    closed: variant.closed === true,
  };
  const written = flat(first, draw.chance(80));
  const member = draw.chance(40) ? draw.define(written) : written;
  return draw.chance(50)
    ? { allOf: [member, { ...flat(second, true), ...more }] }
    : { ...flat(second, draw.chance(80)), ...more, allOf: [member] };
}

/** In an `allOf` beside a union, some variants of which it may contradict. */
function besideChoice(draw: Drawing, variant: Variant): Schema {
  const own = variant.properties.map(([name]) => name);
  const choices = Array.from({ length: draw.int(2, 3) }, (_, index) => {
    const name = draw.pick([...own, "form", `with${index}`]);
    const known = variant.properties.find(([other]) => other === name)?.[1];
    const schema =
      known !== undefined && draw.chance(40) ? known : scalarSchema(draw);
    const required = draw.chance(85) ? [name] : [];
    return flat({ properties: [[name, schema]], required }, draw.chance(80));
  });
  const keyword = draw.pick(["oneOf", "anyOf"] as const);
  return {
    allOf: draw.shuffled([flat(variant, true), { [keyword]: choices }]),
  };
}

/** Now and then something that no type carries. */
export const maybeBeyond = (draw: Draw, variant: Variant): Variant => ({
  ...variant,
  more: { ...variant.more, ...beyondTypes(draw, 8) },
});
