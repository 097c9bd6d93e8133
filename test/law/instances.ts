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
  /** The objects in it that carry a property that only other variants declare there, with a value of another type. */
  readonly foreign: readonly Place[];
}

/** Where an object stands in a value: the names on the way, each with a slash before it. Items of an array stand at `*`. */
export type Place = string;

/** An instance of a variant, of two at once, of one that was then changed, or of nothing. */
export function generateInstance(union: GeneratedUnion, draw: Draw): Instance {
  const components = componentsOf(union);
  const variants = restrictedVariants(union);
  const from = draw.int(0, variants.length - 1);
  const schema = variants[from] as Schema;
  const rivals = variants.filter((_, index) => index !== from);
  const value = sampleValue(schema, components, draw);
  const kind = draw.int(1, 100);
  if (kind <= 10) return { value, from, foreign: [] };
  if (kind <= 68) {
    const carried = withForeign(value, [schema], rivals, components, draw);
    return { value: carried.value, from, foreign: carried.foreign };
  }
  if (kind <= 74) {
    const other = sampleValue(draw.pick(variants), components, draw);
    return { value: united(other, value), from: undefined, foreign: [] };
  }
  const changed = kind <= 97 ? mutated(value, draw) : draw.pick(scraps);
  return { value: changed, from: undefined, foreign: [] };
}

interface Carried {
  readonly value: Json;
  readonly foreign: readonly Place[];
}

const below = (name: string, { foreign }: Carried): readonly Place[] =>
  foreign.map((place) => `/${name}${place}`);

/** Properties that only rivals declare, with values of another type than theirs mostly, at every depth. */
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
      foreign: once(items.flatMap((item) => below("*", item))),
    };
  }
  if (!isSchema(value)) return { value, foreign: [] };
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
  const added = draw.some(strange, Math.min(1, strange.length)).map((name) => {
    const right = sampleValue(
      draw.pick(inside(rivals, name)),
      components,
      draw,
    );
    const others = scraps.filter((scrap) => typeOf(scrap) !== typeOf(right));
    const isWrong = draw.chance(85);
    return { name, value: isWrong ? draw.pick(others) : right, isWrong };
  });
  const members = known.map(([name, { value }]) => [name, value] as const);
  return {
    value: objectOf([
      ...members,
      ...added.map(({ name, value }) => [name, value] as const),
    ]),
    foreign: [
      ...(added.some(({ isWrong }) => isWrong) ? [""] : []),
      ...known.flatMap(([name, member]) => below(name, member)),
    ],
  };
}

const typeOf = (value: Json): string =>
  value === null ? "null" : isList(value) ? "array" : typeof value;

const once = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

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
export function mutated(value: Json, draw: Draw): Json {
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
