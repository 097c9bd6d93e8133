import type { ObjectNode, Property } from "../../ir/type-graph.ts";
import { literalWords } from "../names/literal-words.ts";
import { camel, words } from "../names/words.ts";
import {
  nothing,
  type Candidate,
  type Rule,
  type Said,
  type Variant,
} from "./candidate.ts";
import { headOf, literalsOf } from "./literals.ts";

/** More words than these are no name; a description may nest what it likes. */
const mostWords = 12;

/** More required properties than these are not tried in pairs. */
const mostPaired = 8;

/** A rule about the properties of an object. */
export const ofObject =
  (rule: (object: ObjectNode, variant: Variant) => Said): Rule =>
  (variant) =>
    variant.node.kind === "object" ? rule(variant.node, variant) : nothing;

/** Something that is said of an object, and the words for it: nothing of what stands before `with`. */
interface Saying {
  readonly own: readonly string[];
  readonly fact: string;
}

/**
 * `WebhookWithUrl`, `CardPaymentWithBank`: a `card` with `bank` has to be told from another `card`, and from no `cash`.
 * A component says what it has as well, and is called by its name.
 *
 * @param more what is true of it, and makes no name
 */
export function withWords(
  variant: Variant,
  said: readonly Saying[],
  more: readonly string[] = [],
): Said {
  const head = headOf(variant);
  const ofHead = (fact: string) => `${camel(head)}: ${fact}`;
  const facts = [...said.map(({ fact }) => fact), ...more];
  return {
    candidates: variant.isComponent
      ? []
      : said
          .filter(({ own }) => own.length > 0 && own.length <= mostWords)
          .map(({ own, fact }): Candidate => ({
            before: head,
            behind: ["with", ...own],
            fact: head.length === 0 ? fact : ofHead(fact),
          })),
    facts: head.length === 0 ? facts : [...facts, ...facts.map(ofHead)],
  };
}

const required = ({ properties }: ObjectNode): readonly Property[] =>
  properties.filter((property) => property.required);

const own = ({ wireName }: Property): readonly string[] => words(wireName);

/** A required property that no sibling declares. */
export const byOwnProperty = ofObject((object, variant) => {
  const declares = (property: Property) => `declares ${camel(own(property))}`;
  return withWords(
    variant,
    required(object).map((property) => ({
      own: own(property),
      fact: declares(property),
    })),
    object.properties.map(declares),
  );
});

/** A required property that no sibling requires. */
export const byRequired = ofObject((object, variant) =>
  withWords(
    variant,
    required(object).map((property) => ({
      own: own(property),
      fact: `requires ${camel(own(property))}`,
    })),
  ),
);

/** An optional property that no sibling declares. */
export const byOptional = ofObject((object, variant) =>
  withWords(
    variant,
    object.properties.map((property) => ({
      own: own(property),
      fact: `declares ${camel(own(property))}`,
    })),
  ),
);

/** Two required properties that no sibling requires both. */
export const byPair = ofObject((object, variant) => {
  const all = required(object);
  if (all.length > mostPaired) return nothing;
  return withWords(
    variant,
    all.flatMap((first, index) =>
      all.slice(index + 1).map((second) => ({
        own: [...own(first), "and", ...own(second)],
        fact: `requires ${[first, second]
          .map((property) => camel(own(property)))
          .sort()
          .join(" and ")}`,
      })),
    ),
  );
});

/** How far inside a variant literals are looked for, and in how many properties of each object. */
const deepest = 2;
const widest = 20;

/** A literal inside of a property: `data.type` is "call". */
export const byNestedLiteral = ofObject((object, variant) => {
  if (variant.isComponent) return nothing;
  const found = literalsInside(object, variant, deepest);
  return {
    candidates: found.flatMap(({ path, value }): readonly Candidate[] => {
      const own = literalWords([value]);
      if (own.length === 0) return [];
      const before = [...headOf(variant), ...own];
      return [{ before, behind: [], fact: `has ${value} at ${path}` }];
    }),
    facts: [],
  };
});

function literalsInside(
  object: ObjectNode,
  variant: Variant,
  depth: number,
): readonly { readonly path: string; readonly value: string }[] {
  return object.properties.slice(0, widest).flatMap(({ wireName, type }) => {
    const inner = variant.types.get(type);
    if (inner?.kind !== "object") return [];
    const direct = inner.properties.flatMap((property) => {
      const [value, ...others] = literalsOf(property.type, variant.types) ?? [];
      return typeof value === "string" && others.length === 0
        ? [{ path: property.wireName, value }]
        : [];
    });
    const further = depth > 1 ? literalsInside(inner, variant, depth - 1) : [];
    return [...direct, ...further].map(({ path, value }) => ({
      path: `${wireName}.${path}`,
      value,
    }));
  });
}
