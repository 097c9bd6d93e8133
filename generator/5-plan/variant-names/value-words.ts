import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import { literalWords } from "../names/literal-words.ts";
import { words } from "../names/words.ts";
import { isTelling, spelt } from "./literals.ts";
import { boundsWords, lengthWords } from "./bounds-words.ts";
import type { Variant } from "./candidate.ts";

type Around = Pick<Variant, "componentOf" | "types" | "union" | "unionName">;

/** How far inside a value its words are looked for, and in how many places there. */
const deepest = 3;
const widest = 3;

/** What a value is, in a word or two: a component's name, else its JSON type; nothing for a choice of several. */
export function kindWords(node: TypeNode, around: Around): readonly string[] {
  const component = around.componentOf(node);
  if (component !== undefined) return words(component);
  switch (node.kind) {
    case "enum":
    case "union":
      return [];
    case "nullable": {
      const of = around.types.get(node.of);
      const inner = of === undefined ? [] : kindWords(of, around);
      return inner.length === 0 ? [] : ["nullable", ...inner];
    }
    default:
      return [node.kind];
  }
}

/** All that a name can say of a value: `uuid`, `integer at least 10`, `string array`, `string wh`. */
export function valueWords(
  type: TypeId,
  around: Around,
  depth = deepest,
): readonly string[] {
  const node = around.types.get(type);
  if (node === undefined) return [];
  // What leads back to the union would say what its other variants are.
  if (node.id === around.union) return words(around.unionName);
  const { constraints } = node;
  const kind = kindWords(node, around);
  if (around.componentOf(node) !== undefined) return kind;
  const inside = (child: TypeId) =>
    depth > 0 ? valueWords(child, around, depth - 1) : [];
  switch (node.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "intersection":
      return kind;
    case "string":
      return [
        ...(constraints.format === undefined
          ? kind
          : words(constraints.format)),
        ...prefixWords(constraints.pattern),
        ...lengthWords(constraints.minLength, constraints.maxLength),
      ];
    case "number":
    case "integer":
      return [...kind, ...boundsWords(constraints)];
    case "enum":
      return isTelling(node.values)
        ? literalWords(node.values)
        : spelt(node.values);
    case "array":
      return [
        ...inside(node.items),
        ...kind,
        ...lengthWords(constraints.minItems, constraints.maxItems),
      ];
    case "tuple": {
      const isListed = node.items.length <= widest;
      const max = node.rest === undefined ? node.items.length : undefined;
      return [
        ...(isListed ? node.items.flatMap(inside) : []),
        ...kind,
        ...(isListed && node.required === max
          ? []
          : lengthWords(node.required, max)),
      ];
    }
    case "record":
      return [...inside(node.values), ...kind];
    case "object":
      return [
        ...objectWords(node.properties.filter((each) => each.required)),
        ...kind,
      ];
    case "nullable":
      return ["nullable", ...inside(node.of)];
    case "union":
      return node.variants.length > widest
        ? []
        : node.variants.flatMap((child, index) => [
            ...(index === 0 ? [] : ["or"]),
            ...inside(child),
          ]);
    default:
      return node satisfies never;
  }
}

/** What an inline object requires, where a name can hold it: `url object`. */
const objectWords = (
  required: readonly { readonly wireName: string }[],
): readonly string[] =>
  required.length > 2
    ? []
    : required.flatMap(({ wireName }) => words(wireName));

/** What a pattern that has one way to begin begins with: `^WH[0-9a-f]+$` is wh. */
function prefixWords(pattern: string | undefined): readonly string[] {
  if (pattern === undefined || pattern.includes("|")) return [];
  const [, prefix = ""] =
    /^\^([\p{L}\p{Nd}_:-]+)(?![?*{])/u.exec(pattern) ?? [];
  return words(prefix);
}
