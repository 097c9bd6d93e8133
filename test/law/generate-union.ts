import type { Draw } from "./draw.ts";
import { families, type Family } from "./families.ts";
import { againIn, referred, type Recursive } from "./recursion.ts";
import { recursiveFamilies } from "./recursive-families.ts";
import { refTo, type GeneratedUnion, type Schema } from "./schema.ts";
import {
  arraySchema,
  objectSchema,
  scalarSchema,
  valueSchema,
  type Drawing,
} from "./value-schemas.ts";
import { maybeBeyond, withCompany, write, type Variant } from "./variants.ts";

/** How many of a hundred unions are drawn so that they may lead back to themselves. */
const recursive = 15;

const weighted = Object.entries(families).flatMap(([name, { weight }]) =>
  Array.from({ length: weight }, () => name),
);

/** Two variants mostly, up to ten. */
const countOf = (draw: Draw): number =>
  draw.pick([2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 8, 10]);

/** A union of two to ten variants; `name` begins the names of its components. */
export function generateUnion(draw: Draw, name: string): GeneratedUnion {
  const components: Record<string, Schema> = {};
  const count = countOf(draw);
  const union: Recursive = { name, count, components };
  const drawing: Drawing = {
    ...draw,
    again: draw.chance(recursive) ? againIn(union, () => drawing) : undefined,
    nextName: () => `${name}S${Object.keys(components).length}`,
    define(schema) {
      const component = drawing.nextName();
      components[component] = schema;
      return refTo(component);
    },
  };
  const keyword = draw.pick(["oneOf", "anyOf"] as const);
  if (draw.chance(8)) {
    const declared = declaredUnion(drawing, count, components);
    referred(declared.variants, union);
    return declared;
  }
  if (draw.chance(4)) {
    const mixed = mixedUnion(drawing, components);
    return { ...mixed, variants: referred(mixed.variants, union) };
  }
  const [family, make] = familyOf(drawing);
  const made = make(drawing, count)
    .map((variant) => maybeBeyond(draw, withCompany(drawing, variant)))
    .map((variant) => write(drawing, variant));
  // Now and then a variant that is referred to stands there once more, inline.
  const variants = referred(made, union).map((reference, place) =>
    draw.chance(85) ? reference : (made[place] as Schema),
  );
  return {
    family,
    keyword,
    variants: [...draw.shuffled(variants), ...others(drawing)],
    components,
  };
}

function familyOf(draw: Drawing): readonly [name: string, make: Family] {
  if (draw.again !== undefined && draw.chance(50))
    return draw.pick(Object.entries(recursiveFamilies));
  const name = draw.pick(weighted);
  return [name, families[name]?.make ?? (() => [])];
}

/** Variants that are no objects. */
function others(draw: Drawing): readonly Schema[] {
  if (draw.chance(88)) return [];
  return draw.some<Schema>(
    [
      { type: "string" },
      { type: "integer" },
      arraySchema(draw, scalarSchema(draw)),
      { type: "null" },
    ],
    1,
    2,
  );
}

/** One object at most, beside values of other types: `typeof` and `Array.isArray` tell, or nothing. */
function mixedUnion(
  draw: Drawing,
  components: Readonly<Record<string, Schema>>,
): GeneratedUnion {
  const pool = [
    objectSchema(draw, 1),
    arraySchema(draw, draw.again?.any() ?? scalarSchema(draw)),
    scalarSchema(draw),
    // A variant that is another word for its union would be nothing.
    valueSchema({ ...draw, again: undefined }, 1),
    { type: "boolean" },
    { type: "string" },
  ];
  return {
    family: "mixed",
    keyword: draw.pick(["oneOf", "anyOf"] as const),
    variants: draw.some(pool, 2, 4),
    components,
  };
}

/** A union with a discriminator, whose mapping says what the variants do not. */
function declaredUnion(
  draw: Drawing,
  count: number,
  components: Readonly<Record<string, Schema>>,
): GeneratedUnion {
  const property = draw.pick(["type", "kind", "constructor"]);
  const isBare = draw.chance(50);
  // Without a mapping the names of the components are the tags.
  const isImplicit = draw.chance(30);
  const mapping: Record<string, string> = {};
  const otherwise = draw.chance(30) ? count - 1 : undefined;
  const made = Array.from({ length: count }, (_, index) => {
    const a =
      (draw.chance(50) ? draw.again?.any() : undefined) ?? scalarSchema(draw);
    const name = draw.nextName();
    const keys = isImplicit
      ? [name]
      : draw.chance(15)
        ? [`k${index}`, `k${index}x`]
        : [`k${index}`];
    const tag: Schema =
      isBare || index === otherwise || draw.chance(33)
        ? { type: "string" }
        : { enum: draw.chance(50) ? keys : [...keys, "other"] };
    const variant: Variant = {
      properties: [
        [property, tag],
        ["a", a],
      ],
      required:
        index !== otherwise && draw.chance(97) ? [property, "a"] : ["a"],
    };
    const reference = draw.define(write({ ...draw, chance: never }, variant));
    const target = String(reference["$ref"]);
    if (!isImplicit) for (const key of keys) mapping[key] = target;
    return { reference, keys };
  });
  return {
    family: "declared",
    keyword: draw.pick(["oneOf", "anyOf"] as const),
    variants: made.map(({ reference }) => reference),
    keys: made.map(({ keys }) => keys),
    discriminator: {
      propertyName: property,
      ...(!isImplicit && { mapping }),
      ...(otherwise !== undefined && {
        defaultMapping: String(made[otherwise]?.reference["$ref"]),
      }),
    },
    ...(otherwise !== undefined && { otherwise }),
    components,
  };
}

const never = (): boolean => false;
