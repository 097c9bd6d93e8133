import type { Condition, PropertyTest } from "../ir/type-graph.ts";
import { reservedWords } from "../util/reserved-words.ts";
import { variableName } from "./literal.ts";

type Path = readonly string[];

/** Which properties are read into variables, before anything is tested, and what those are called. */
export interface Variables {
  has(path: Path): boolean;
  nameOf(path: Path): string;
  /** All of them. */
  readonly names: Iterable<string>;
}

/** As many properties are read whether or not they are needed: code is plainer for it, and engines do not mind. */
const few = 8;

/** An object of which as many properties are tested is read once for them. */
const several = 3;

/**
 * All, where they are few; of many, those that most variants are asked about, and objects that much is read of: an
 * engine looks long for what an object does not have, and most values have nothing of most variants.
 */
export function chooseVariables(
  asked: readonly (readonly PropertyTest[])[],
  outer: ReadonlySet<string>,
): Variables {
  const counts = new Map<string, { readonly path: Path; count: number }>();
  for (const tests of asked) {
    const paths = new Map(pathsOf(tests, []).map((path) => [key(path), path]));
    for (const [id, path] of paths) {
      const known = counts.get(id) ?? { path, count: 0 };
      counts.set(id, known);
      known.count += 1;
    }
  }
  const below = (path: Path): number =>
    [...counts.values()].filter(
      (other) =>
        other.path.length > path.length &&
        path.every((name, at) => name === other.path[at]),
    ).length;
  const chosen = [...counts.values()]
    .filter(
      ({ path, count }) =>
        counts.size <= few ||
        count * 2 > asked.length ||
        below(path) >= several,
    )
    .map(({ path }) => path);
  const names = namesOf(chosen, outer);
  return {
    has: (path) => names.has(key(path)),
    nameOf: (path) => names.get(key(path)) ?? "",
    names: names.values(),
  };
}

const key = (path: Path): string => JSON.stringify(path);

function pathsOf(tests: readonly PropertyTest[], of: Path): readonly Path[] {
  return tests.flatMap(({ wireName, required, condition }) => {
    const path = [...of, wireName];
    return condition.kind === "any" && !required
      ? []
      : [path, ...pathsInside(condition, path)];
  });
}

function pathsInside(condition: Condition, of: Path): readonly Path[] {
  switch (condition.kind) {
    case "object":
      return pathsOf(condition.tests, of);
    case "nullable":
      return pathsInside(condition.of, of);
    case "either":
      return condition.of.flatMap((each) => pathsInside(each, of));
    default:
      return [];
  }
}

/** A property that is called as nothing else is has its own name; one inside another, else, both. */
function namesOf(
  paths: readonly Path[],
  outer: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(outer);
  const isFree = (name: string): boolean => !taken.has(name) && !isUsed(name);
  const claim = (path: Path, name: string): void => {
    names.set(key(path), name);
    taken.add(name);
  };
  const last = (path: Path): string => variableName(path.at(-1) ?? "");
  const lasts = paths.map(last);
  for (const path of paths)
    if (path.length === 1 && path[0] === last(path) && isFree(last(path)))
      claim(path, last(path));
  for (const path of paths) {
    if (names.has(key(path))) continue;
    const whole = variableName(path.join(" "));
    const isOnly = lasts.filter((each) => each === last(path)).length === 1;
    const found = [...(isOnly ? [last(path)] : []), whole, `_${whole}`].find(
      isFree,
    );
    claim(path, found ?? numbered(`_${whole}`, isFree));
  }
  return names;
}

function numbered(name: string, isFree: (name: string) => boolean): string {
  for (let number = 2; ; number++)
    if (isFree(`${name}${number}`)) return `${name}${number}`;
}

/** Also what a module calls an import that is named as something of its own: `createPrinter`. */
const isUsed = (name: string): boolean =>
  used.has(name) || name.startsWith("imported");

/** What stands in decisions: a variable must not hide it. */
const used: ReadonlySet<string> = new Set([
  ...reservedWords,
  ..."Array Infinity found value item own isObject only".split(" "),
  ..."inside within hasOnly isOneOf startsWith isText isBetween isInteger isList isListOf every everyPlace everyValue".split(
    " ",
  ),
]);
