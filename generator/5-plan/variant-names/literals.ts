import type { Scalar, TypeGraph, TypeId } from "../../ir/type-graph.ts";
import { literalWords } from "../names/literal-words.ts";
import { words } from "../names/words.ts";
import {
  called,
  nothing,
  type Candidate,
  type Rule,
  type Variant,
} from "./candidate.ts";

/** More words than these are no name. */
const mostWords = 8;

/** A property with literals, or with items that are literals. */
interface LiteralProperty {
  readonly wireName: string;
  readonly values: readonly Scalar[];
}

/** The literals of a value, or of an array's items; `undefined` where there are none, or others may come. */
export function literalsOf(
  type: TypeId,
  types: TypeGraph,
): readonly Scalar[] | undefined {
  const met = new Set<TypeId>();
  let node = types.get(type);
  // An array may be its own item.
  while (node?.kind === "array" && !met.has(node.id)) {
    met.add(node.id);
    node = types.get(node.items);
  }
  return node?.kind === "enum" && !node.open ? node.values : undefined;
}

/** In the order in which they are declared: tags come early. */
function literalProperties({
  node,
  types,
}: Variant): readonly LiteralProperty[] {
  if (node.kind !== "object") return [];
  return node.properties.flatMap(({ wireName, type }): LiteralProperty[] => {
    const values = literalsOf(type, types);
    return values === undefined ? [] : [{ wireName, values }];
  });
}

const saying = ({ wireName, values }: LiteralProperty): string =>
  `${wireName} is ${JSON.stringify(values)}`;

/** `call.completed`: a string is a better name than a number, and that than a boolean. */
function singles(variant: Variant): readonly LiteralProperty[] {
  const ranks = ["string", "number", "boolean"];
  const rank = ({ values }: LiteralProperty) => ranks.indexOf(typeof values[0]);
  return literalProperties(variant)
    .filter(({ values }) => values.length === 1)
    .sort((a, b) => rank(a) - rank(b));
}

/** What the tags of a declared discriminator have in common, or all of them. */
export const byDeclaredTag: Rule = (variant) => ({
  candidates: [literalWords(variant.declared), spelt(variant.declared)]
    .filter((own) => own.length > 0)
    .map(called),
  facts: [],
});

/**
 * A property of one literal: the first of them, the second, the third. Each is a rule of its own, so that what one variant
 * says last does not take away what another says first.
 */
export const byLiteral =
  (place: 0 | 1 | 2): Rule =>
  (variant) => {
    if (variant.isComponent) return nothing;
    const all = singles(variant);
    return {
      candidates: all.slice(place, place + 1).flatMap(candidatesOf),
      facts: all.map(saying),
    };
  };

/** `call`, or in full where others are so called: `call completed`. */
const candidatesOf = (property: LiteralProperty): readonly Candidate[] =>
  [literalWords(property.values), spelt(property.values)].map((own) => ({
    ...called(own),
    fact: saying(property),
  }));

/** Several literals with a word in common (`call.completed`, `call.ringing`), or two: `draftOrSent`. */
export const bySeveralLiterals: Rule = (variant) => several(variant, true);

/** Several that have nothing in common: the first of them, or all. */
export const byAllLiterals: Rule = (variant) => several(variant, false);

function several(variant: Variant, telling: boolean) {
  if (variant.isComponent) return nothing;
  const all = literalProperties(variant).filter(
    ({ values }) => values.length > 1,
  );
  return {
    candidates: all
      .filter(({ values }) => isTelling(values) === telling)
      .flatMap(candidatesOf),
    facts: all.map(saying),
  };
}

/** Whether a name made of several literals says something of each. */
export function isTelling(values: readonly Scalar[]): boolean {
  const found = literalWords(values).join();
  return (
    values.length === 2 ||
    values.every((value) => words(String(value)).join().startsWith(found))
  );
}

/** All literals, where a name can hold them. */
export function spelt(values: readonly Scalar[]): readonly string[] {
  const all = values.flatMap((value) => words(String(value)));
  return all.length <= mostWords ? all : [];
}

/**
 * What an inline variant is a kind of, by itself; siblings may be as well: the `card` of `card with bank`. Only a
 * property that is called a type or a kind says so.
 */
export function headOf(variant: Variant): readonly string[] {
  if (variant.isComponent) return [];
  const type = singles(variant).find(
    ({ wireName, values }) =>
      typeof values[0] === "string" &&
      ["type", "kind"].includes(words(wireName).at(-1) ?? ""),
  );
  return literalWords(type?.values ?? []);
}
