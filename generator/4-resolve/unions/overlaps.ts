import type { ObjectNode, Overlap } from "../../ir/type-graph.ts";
import type { Evidence, Strength } from "./strikes.ts";

/** A value of `of` has to fail a test of `tested`. */
export interface Pair {
  readonly of: ObjectNode;
  readonly tested: ObjectNode;
}

export interface Struck {
  readonly pair: Pair;
  readonly strength: Strength;
}

/** Of more pairs than these it is not said what each has to have, so that the same can be said of many at once. */
const mostSpelt = 30;

/** What stays ambiguous by design, said once for each pair of variants. `proven`: what is apart by something else. */
export function overlapsOf(
  weak: readonly Struck[],
  proven: ReadonlySet<Pair>,
): readonly Overlap[] {
  const found = new Map<string, { pair: Pair; kind: Evidence; path: string }>();
  for (const { pair, strength } of weak) {
    const key = [pair.of.id, pair.tested.id].sort().join("\n");
    if (found.has(key) || strength.kind === "sound") continue;
    found.set(key, {
      pair,
      kind: strength.kind,
      path: strength.path.join("."),
    });
  }
  return [...found.values()].map(({ pair, kind, path }) => {
    const more = found.size > mostSpelt ? [unspelt] : needs(pair, path);
    const value = witnesses[kind](JSON.stringify(path), more);
    const verb = isSure(pair) && !proven.has(pair) ? "is" : "may be";
    return {
      left: pair.of.id,
      right: pair.tested.id,
      witness: `${value} ${verb} valid`,
    };
  });
}

/** Whether types say all that the two schemas say of their values. */
const isSure = ({ of, tested }: Pair): boolean =>
  [of, tested].every(
    ({ incomplete, wider, constraints }) =>
      !incomplete && !wider && constraints.maxProperties === undefined,
  );

/** What only one of the two requires, and a value of both has to have; the property at `path` is spoken of by itself. */
function needs({ of, tested }: Pair, path: string): readonly string[] {
  const [own, other] = [requiredBy(of), requiredBy(tested)];
  const names = [
    ...own.filter((name) => !other.includes(name)),
    ...other.filter((name) => !own.includes(name)),
  ];
  return names
    .filter((name) => name !== path)
    .map((name) => JSON.stringify(name));
}

const requiredBy = ({ properties }: ObjectNode): readonly string[] =>
  properties.flatMap(({ required, wireName }) => (required ? [wireName] : []));

/** What a value looks like that both allow. */
const witnesses: Readonly<
  Record<Evidence, (name: string, needs: readonly string[]) => string>
> = {
  emptyArray: (name, more) => `an empty ${name}${besides(more)}`,
  null: (name, more) => `null as ${name}${besides(more)}`,
  otherType: (name, more) =>
    `something else than an object where ${name} is${besides(more)}`,
  presence: (name, more) => `a value that has ${listed([name, ...more])}`,
  sharedLiteral: (name, more) => `a ${name} that both have${besides(more)}`,
  optionalTag: (name, more) =>
    `a value without ${name}${more.length === 0 ? "" : ` that has ${listed(more)}`}`,
  optionalPresence: (name, more) =>
    `a value that has ${listed([name, ...more])}`,
};

const besides = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` beside ${listed(names)}`;

/** Not more names than can be read at a glance. */
const mostNames = 4;
const unspelt = "all else that either requires";

function listed(names: readonly string[]): string {
  if (names.length > mostNames)
    return `${names.slice(0, mostNames).join(", ")} and ${unspelt}`;
  const last = names.at(-1) ?? "";
  const [first, second] = names;
  if (second === undefined) return last;
  return names.length === 2 && last !== unspelt
    ? `both ${first} and ${second}`
    : `${names.slice(0, -1).join(", ")} and ${last}`;
}
