import type { Condition, Telltale, UnionNode } from "../ir/type-graph.ts";
import { wireTypes } from "../4-resolve/unions/conditions.ts";
import { conditionWords, literals } from "./condition-words.ts";
import type { ExplainContext } from "./context.ts";
import type { Branch, DecisionTree } from "./explanation.ts";

/** How a value finds its variant, drawn from the telltale: the same tests in an order for reading. */
export function decisionTree(
  union: UnionNode,
  context: ExplainContext,
): DecisionTree | undefined {
  const { telltale } = union;
  if (telltale.by === "nothing") return undefined;
  const indexes = union.variants.map((_, index) => index);
  const isObject = (index: number) =>
    context.node(union.variants[index]!).kind === "object";
  const objects = indexes.filter(isObject);
  const others = indexes.filter((index) => !isObject(index));
  if (telltale.by === "jsonType") return byJsonType(indexes, union, context);
  const tree = objectTree(union, telltale, objects);
  if (others.length === 0) return tree;
  const rest = byJsonType(others, union, context);
  const branches = rest.kind === "look" ? rest.branches : [];
  return {
    kind: "look",
    property: undefined,
    branches: [{ words: "is an object", tree }, ...branches],
  };
}

function byJsonType(
  indexes: readonly number[],
  union: UnionNode,
  { types }: ExplainContext,
): DecisionTree {
  return {
    kind: "look",
    property: undefined,
    branches: indexes.map((index): Branch => {
      const wire = wireTypes(union.variants[index]!, types);
      const words =
        wire === undefined
          ? "is anything"
          : conditionWords({ kind: "types", types: wire });
      return { words, tree: leaf(index) };
    }),
  };
}

const leaf = (...variants: readonly number[]): DecisionTree => ({
  kind: "leaf",
  variants,
  also: [],
});

function objectTree(
  union: UnionNode,
  telltale: Exclude<Telltale, { by: "nothing" | "jsonType" }>,
  objects: readonly number[],
): DecisionTree {
  if (telltale.by !== "elimination") {
    return {
      kind: "look",
      property: telltale.property,
      branches: telltale.cases.map(({ variant, values }) => ({
        words: `is ${literals(values)}`,
        tree: leaf(union.variants.indexOf(variant)),
      })),
    };
  }
  const rows = objects.flatMap((index): Row[] => {
    const found = telltale.cases.find(
      ({ variant }) => variant === union.variants[index],
    );
    // What nothing satisfies is no case.
    if (found === undefined) return [];
    const tests = found.tests.map(
      ({ wireName, required, condition }) =>
        [wireName, testWords(required, condition)] as const,
    );
    return [{ index, tests: new Map(tests) }];
  });
  return grow(rows);
}

export const testWords = (required: boolean, condition: Condition): string =>
  required || condition.kind === "absent"
    ? conditionWords(condition)
    : `${conditionWords(condition)}, or is not there`;

interface Row {
  readonly index: number;
  readonly tests: ReadonlyMap<string, string>;
}

/** The property that splits the rows most evenly, again and again; earlier ones before later ones. */
function grow(rows: readonly Row[], isRoot = true): DecisionTree {
  const [only, second] = rows;
  if (only !== undefined && second === undefined && !isRoot) {
    const also = [...only.tests].map(([name, words]) => `${name} ${words}`);
    return { kind: "leaf", variants: [only.index], also };
  }
  const names = [...new Set(rows.flatMap(({ tests }) => [...tests.keys()]))];
  let best: readonly (readonly [string, readonly Row[]])[] | undefined;
  let property: string | undefined;
  for (const name of names) {
    const groups = groupsBy(name, rows);
    if (best !== undefined && largest(groups) >= largest(best)) continue;
    [best, property] = [groups, name];
  }
  if (best === undefined || property === undefined)
    return leaf(...rows.map(({ index }) => index));
  const isSplit =
    best.length > 2 || best.every(([words]) => words !== whatever);
  if (!isSplit) return tryEach(rows);
  const name = property;
  return {
    kind: "look",
    property,
    branches: best.map(([words, group]) => ({
      words,
      tree: grow(
        group.map((row) => without(row, name)),
        false,
      ),
    })),
  };
}

const whatever = "is anything, or is not there";

function groupsBy(
  name: string,
  rows: readonly Row[],
): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const words = row.tests.get(name) ?? whatever;
    const known = groups.get(words);
    if (known === undefined) groups.set(words, [row]);
    else known.push(row);
  }
  return [...groups];
}

const largest = (groups: readonly (readonly [string, readonly Row[]])[]) =>
  Math.max(...groups.map(([, group]) => group.length));

const without = (row: Row, name: string): Row => ({
  ...row,
  tests: new Map([...row.tests].filter(([own]) => own !== name)),
});

/** Each variant by its own test: the one that fewest others have, and what is left. */
function tryEach(rows: readonly Row[]): DecisionTree {
  const sharers = (name: string, words: string) =>
    rows.filter(({ tests }) => tests.get(name) === words).length;
  const branches = rows.map(({ index, tests }): Branch => {
    const ranked = [...tests].sort(
      (a, b) => sharers(...a) - sharers(...b) || isVague(a) - isVague(b),
    );
    const [own, ...rest] = ranked.map(([name, words]) => `${name} ${words}`);
    return {
      words: own ?? "whatever it is",
      tree: { kind: "leaf", variants: [index], also: rest },
    };
  });
  return { kind: "try", branches };
}

/** What must not be there, or only be there, says less than what it must be. */
const isVague = ([, words]: readonly [string, string]): number =>
  words === "is not there" ? 2 : words === "is there" ? 1 : 0;
