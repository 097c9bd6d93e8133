import { words } from "../names/words.ts";
import { called, nothing, type Rule, type Variant } from "./candidate.ts";
import {
  byAllLiterals,
  byDeclaredTag,
  byLiteral,
  bySeveralLiterals,
  headOf,
} from "./literals.ts";
import {
  byNestedLiteral,
  byOptional,
  byOwnProperty,
  byPair,
  byRequired,
} from "./properties.ts";
import { byOnly, bySignature } from "./signatures.ts";
import { byValue } from "./values.ts";
import { kindWords, valueWords } from "./value-words.ts";

/** A component by its name, less the union's: `CatPet` of `Pet` is cat. */
const byComponent: Rule = ({ node, componentOf, unionName }) => {
  const name = words(componentOf(node) ?? "");
  if (name.length === 0) return nothing;
  return {
    candidates: [withoutSuffix(name, words(unionName)), name].map(called),
    facts: [],
  };
};

function withoutSuffix(
  name: readonly string[],
  suffix: readonly string[],
): readonly string[] {
  const rest = name.slice(0, name.length - suffix.length);
  return rest.length > 0 &&
    rest.length + suffix.length === name.length &&
    suffix.every((word, index) => word === name[rest.length + index])
    ? rest
    : name;
}

const byTitle: Rule = (variant) => {
  const { title } = variant.node.annotations;
  return title === undefined || variant.isComponent
    ? nothing
    : { candidates: [called(words(title))], facts: [] };
};

/** A variant that is no object: its JSON type, then what it says of its values. */
const byType: Rule = (variant) =>
  variant.node.kind === "object" || variant.isComponent
    ? nothing
    : { candidates: [called(typeWords(variant))], facts: [] };

/** `string`, `array`, `enum`. */
const typeWords = (variant: Variant): readonly string[] => {
  const kind = kindWords(variant.node, variant);
  return kind.length > 0 ? kind : [variant.node.kind];
};

const byTypeInFull: Rule = (variant) =>
  variant.node.kind === "object" || variant.isComponent
    ? nothing
    : {
        candidates: [called(valueWords(variant.node.id, variant))],
        facts: [],
      };

/** The ways to name a variant, best first (DESIGN §5): telltale, title, the property only it has, all that it is. */
export const rules: readonly Rule[] = [
  byComponent,
  byDeclaredTag,
  byLiteral(0),
  byLiteral(1),
  byLiteral(2),
  bySeveralLiterals,
  byTitle,
  byType,
  byOwnProperty,
  byRequired,
  byNestedLiteral,
  byOptional,
  byAllLiterals,
  byTypeInFull,
  byValue,
  byPair,
  byOnly,
];

/** For those of which the others say nothing, and that would else have one name. */
export const lastRules: readonly Rule[] = [bySignature];

/**
 * What is left for a variant of which nothing is true that is not true of others: no name that a rule gives, so that none comes to
 * mean another variant by a sibling's taking it away. A component keeps its own.
 */
export function lastResort(variant: Variant): readonly string[] {
  const component = words(variant.componentOf(variant.node) ?? "");
  if (component.length > 0) return component;
  const head = headOf(variant);
  const isObject = variant.node.kind === "object";
  return ["plain", ...(isObject ? head : typeWords(variant))];
}
