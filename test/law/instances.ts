import type { Json } from "../../generator/ir/source.ts";
import type { Draw } from "./draw.ts";
import { sampleValue, scraps } from "./sample-value.ts";
import {
  behind,
  declaredBy,
  isList,
  isSchema,
  objectOf,
  restrictedVariants,
  schemasOf,
  type Components,
  type GeneratedUnion,
  type Schema,
} from "./schema.ts";
import { componentsOf } from "./whole.ts";

export interface Instance {
  readonly value: Json;
  /** The variant it was made from, if it was made from one and left valid on purpose. */
  readonly from: number | undefined;
  /** Whether it carries, at some depth, a property that only other variants declare. */
  readonly foreign: boolean;
}

/** An instance of a variant, of two at once, of one that was then changed, or of nothing. */
export function generateInstance(union: GeneratedUnion, draw: Draw): Instance {
  const components = componentsOf(union);
  const variants = restrictedVariants(union);
  const from = draw.int(0, variants.length - 1);
  const schema = variants[from] as Schema;
  const rivals = variants.filter((_, index) => index !== from);
  const value = sampleValue(schema, components, draw);
  const kind = draw.int(1, 100);
  if (kind <= 16) return { value, from, foreign: false };
  if (kind <= 66) {
    const carried = withForeign(value, [schema], rivals, components, draw);
    return { value: carried.value, from, foreign: carried.foreign };
  }
  if (kind <= 72) {
    const other = sampleValue(draw.pick(variants), components, draw);
    return { value: united(other, value), from: undefined, foreign: false };
  }
  const changed = kind <= 97 ? mutated(value, draw) : draw.pick(scraps);
  return { value: changed, from: undefined, foreign: false };
}

interface Carried {
  readonly value: Json;
  readonly foreign: boolean;
}

/** Properties that only rivals declare, with values that are wrong for them mostly, at every depth. */
function withForeign(
  value: Json,
  own: readonly Schema[],
  rivals: readonly Schema[],
  components: Components,
  draw: Draw,
): Carried {
  if (isList(value)) {
    const inside = (schemas: readonly Schema[]) =>
      once(schemas.flatMap((each) => itemsOf(each, components)));
    const items = value.map((item) =>
      withForeign(item, inside(own), inside(rivals), components, draw),
    );
    return {
      value: items.map((item) => item.value),
      foreign: items.some(({ foreign }) => foreign),
    };
  }
  if (!isSchema(value)) return { value, foreign: false };
  // Each once: schemas that recur would be more with every level.
  const inside = (schemas: readonly Schema[], name: string) =>
    once(
      schemas.flatMap((each) =>
        objectsIn(each, components).flatMap((object): readonly Schema[] => {
          const found = declaredBy(object, components).get(name);
          return found === undefined ? [] : [found];
        }),
      ),
    );
  const known = Object.entries(value).map(
    ([name, member]) =>
      [
        name,
        withForeign(
          member,
          inside(own, name),
          inside(rivals, name),
          components,
          draw,
        ),
      ] as const,
  );
  const namesOf = (schemas: readonly Schema[]) =>
    new Set(
      schemas.flatMap((each) =>
        objectsIn(each, components).flatMap((object) => [
          ...declaredBy(object, components).keys(),
        ]),
      ),
    );
  const ownNames = namesOf(own);
  const strange = [...namesOf(rivals)].filter((name) => !ownNames.has(name));
  const added = draw
    .some(strange, Math.min(1, strange.length))
    .map((name): readonly [string, Carried] => {
      const theirs = draw.pick(inside(rivals, name));
      const wrong = draw.chance(75)
        ? draw.pick(scraps)
        : sampleValue(theirs, components, draw);
      return [name, { value: wrong, foreign: true }];
    });
  const all = [...known, ...added];
  return {
    value: objectOf(all.map(([name, carried]) => [name, carried.value])),
    foreign: all.some(([, { foreign }]) => foreign),
  };
}

const once = (schemas: readonly Schema[]): readonly Schema[] => [
  ...new Set(schemas),
];

/** The schemas behind a schema that may be a choice. */
function objectsIn(written: Schema, components: Components): readonly Schema[] {
  const schema = behind(written, components);
  const choices = [
    ...schemasOf(schema["oneOf"]),
    ...schemasOf(schema["anyOf"]),
  ];
  return [
    schema,
    ...choices.flatMap((choice) => objectsIn(choice, components)),
  ];
}

const itemsOf = (written: Schema, components: Components): readonly Schema[] =>
  objectsIn(written, components).flatMap(({ items, prefixItems }) => [
    ...(isSchema(items) ? [items] : []),
    ...schemasOf(prefixItems),
  ]);

/** Both objects in one; members of the second win. */
const united = (a: Json, b: Json): Json =>
  isSchema(a) && isSchema(b)
    ? objectOf([...Object.entries(a), ...Object.entries(b)])
    : b;

/** One member less, or another value somewhere. */
function mutated(value: Json, draw: Draw): Json {
  if (isList(value)) {
    if (value.length === 0 || draw.chance(30))
      return [...value, draw.pick(draw.chance(50) ? [...value, 0] : scraps)];
    const at = draw.int(0, value.length - 1);
    return value.flatMap((item, index) =>
      index === at ? (draw.chance(30) ? [] : [mutated(item, draw)]) : [item],
    );
  }
  if (!isSchema(value))
    return draw.chance(40) ? draw.pick(scraps) : nudged(value, draw);
  const members = Object.entries(value);
  if (members.length === 0 || draw.chance(20)) {
    const name = draw.pick(["a", "b", "note", "n1", "x", "c"]);
    return objectOf([...members, [name, draw.pick(scraps)]]);
  }
  const [chosen] = draw.pick(members);
  const drops = draw.chance(30);
  return objectOf(
    members.flatMap(([name, member]) =>
      name === chosen
        ? drops
          ? []
          : [[name, mutated(member, draw)] as const]
        : [[name, member] as const],
    ),
  );
}

/** A scalar not far from another: what a bound, an integer or a literal differs by. */
function nudged(value: Json, draw: Draw): Json {
  if (typeof value === "number")
    return draw.pick<Json>([
      value + 1,
      value - 1,
      value + 0.5,
      value * 2,
      String(value),
    ]);
  if (typeof value === "string")
    return draw.pick<Json>([
      `${value}z`,
      value.slice(0, -1),
      "\u{1F600}",
      `${value}\u{1F600}`,
      // JSON has no NaN.
      Number(value) || 0,
      value === "true",
    ]);
  return draw.pick<Json>([null, !value, String(value)]);
}
