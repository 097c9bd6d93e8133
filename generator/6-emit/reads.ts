import type { PropertyTest } from "../ir/type-graph.ts";
import { literal, objectKey } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { chooseVariables } from "./read-variables.ts";
import { runtimeValue } from "./runtime-name.ts";

/** A value that is tested: how it is written, and how its properties are. */
export interface Subject {
  readonly text: string;
  /** Whether properties can be read of it, whatever it is. */
  readonly isSafe: boolean;
  member(name: string): Subject;
}

/** Reads properties of an object, and of objects inside, for the tests of one block. */
export interface Reads {
  readonly of: Subject;
  /** What is read of `value` before anything is tested, once all is known that is. */
  statements(): readonly string[];
  /** The same for a whole function: most of them need no more than its parameter. */
  asParameter(): {
    readonly parameter: string;
    readonly statements: readonly string[];
  };
  /** Those of a block inside, which knows what is read here. */
  inner(asked: Asked): Reads;
}

/** The lists of tests that a block goes through, one for each variant. */
export type Asked = readonly (readonly PropertyTest[])[];

interface Read {
  readonly name: string;
  readonly variable: string;
  readonly inside: Map<string, Read>;
}

type Path = readonly string[];

export const createReads = (asked: Asked, printer: Printer): Reads =>
  readsOf(asked, printer, new Set(), () => undefined);

function readsOf(
  asked: Asked,
  printer: Printer,
  outer: ReadonlySet<string>,
  known: (name: string) => Subject | undefined,
): Reads {
  const variables = chooseVariables(asked, outer);
  const all = new Map<string, Read>();
  const use = (name: string) => printer.name(runtimeValue("tests", name));
  let isValueRead = false;

  const readIn = (among: Map<string, Read>, path: Path): Subject => {
    const name = path.at(-1) ?? "";
    const read = among.get(name) ?? {
      name,
      variable: variables.nameOf(path),
      inside: new Map<string, Read>(),
    };
    among.set(name, read);
    return {
      text: read.variable,
      isSafe: true,
      member: (inner) =>
        memberOf(read.inside, [...path, inner], () => insideOf(read.variable)),
    };
  };
  const insideOf = (of: string): string => `${use("inside")}(${of})`;
  const memberOf = (
    among: Map<string, Read>,
    path: Path,
    from: () => string,
  ): Subject =>
    variables.has(path)
      ? readIn(among, path)
      : inPlace(memberText(from(), path.at(-1) ?? "", printer));
  const inPlace = (text: string): Subject => ({
    text,
    isSafe: true,
    member: (name) => inPlace(memberText(insideOf(text), name, printer)),
  });

  const statementsOf = (from: string, among: Map<string, Read>): string[] => {
    const reads = [...among.values()];
    const plain = reads.filter(({ name }) => !isInherited(name));
    return [
      ...(plain.length === 0 ? [] : [`const ${pattern(plain)} = ${from};`]),
      ...reads
        .filter(({ name }) => isInherited(name))
        .map(
          ({ name, variable }) =>
            `const ${variable} = ${memberText(from, name, printer)};`,
        ),
      ...below(reads),
    ];
  };
  const below = (reads: readonly Read[]): string[] =>
    reads
      .filter(({ inside }) => inside.size > 0)
      .flatMap(({ variable, inside }) =>
        statementsOf(insideOf(variable), inside),
      );
  const of: Subject = {
    text: "value",
    isSafe: true,
    member: (name) =>
      known(name) ??
      memberOf(all, [name], () => {
        isValueRead = true;
        return "value";
      }),
  };
  const statements = () => statementsOf("value", all);
  return {
    of,
    statements,
    asParameter() {
      const reads = [...all.values()];
      if (isValueRead || reads.some(({ name }) => isInherited(name)))
        return { parameter: "value", statements: statements() };
      return reads.length === 0
        ? { parameter: "", statements: [] }
        : { parameter: pattern(reads), statements: below(reads) };
    },
    inner: (inside) =>
      readsOf(
        inside,
        printer,
        new Set([...outer, ...variables.names]),
        (name) => (all.has(name) ? of.member(name) : known(name)),
      ),
  };
}

const pattern = (reads: readonly Read[]): string =>
  `{ ${reads.map(({ name, variable }) => (name === variable ? name : `${objectKey(name)}: ${variable}`)).join(", ")} }`;

/** What every object has: a property of that name may be its prototype's. */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** One property where it is needed. */
export const memberText = (
  of: string,
  name: string,
  printer: Printer,
): string =>
  isInherited(name)
    ? `${printer.name(runtimeValue("own", "own"))}(${of}, ${literal(name)})`
    : `${of}[${literal(name)}]`;
