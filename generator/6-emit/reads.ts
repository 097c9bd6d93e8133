import { reservedWords } from "../util/reserved-words.ts";
import { literal, objectKey, variableName } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { runtimeValue } from "./runtime-name.ts";

/** A value that is tested: how it is written, and how its properties are. */
export interface Subject {
  readonly text: string;
  /** Whether properties can be read of it, whatever it is. */
  readonly isSafe: boolean;
  member(name: string): Subject;
}

/** Reads properties of an object, and of objects inside, each once, into variables of one block. */
export interface Reads {
  readonly of: Subject;
  /** What is read of `value`, once all is known that is. */
  statements(): readonly string[];
  /** The same for a whole function: most of them need no more than its parameter. */
  asParameter(): {
    readonly parameter: string;
    readonly statements: readonly string[];
  };
  /** Those of a block inside, which knows what is read here. */
  inner(): Reads;
}

interface Read {
  readonly name: string;
  readonly variable: string;
  readonly inside: Map<string, Read>;
}

export const createReads = (printer: Printer): Reads =>
  readsOf(printer, new Set(), () => undefined);

function readsOf(
  printer: Printer,
  outer: ReadonlySet<string>,
  known: (name: string) => Subject | undefined,
): Reads {
  const taken = new Set(outer);
  const all = new Map<string, Read>();
  const use = (name: string) => printer.name(runtimeValue("tests", name));

  const subject = (read: Read, path: readonly string[]): Subject => ({
    text: read.variable,
    isSafe: true,
    member: (name) => memberOf(read.inside, [...path, name]),
  });
  const memberOf = (
    among: Map<string, Read>,
    path: readonly string[],
  ): Subject => {
    const name = path.at(-1) ?? "";
    const read = among.get(name) ?? {
      name,
      variable: claim(path, taken),
      inside: new Map<string, Read>(),
    };
    among.set(name, read);
    return subject(read, path);
  };
  const statementsOf = (from: string, among: Map<string, Read>): string[] => {
    const reads = [...among.values()];
    const plain = reads.filter(({ name }) => !isInherited(name));
    return [
      ...(plain.length === 0 ? [] : [`const ${pattern(plain)} = ${from};`]),
      ...reads
        .filter(({ name }) => isInherited(name))
        .map(
          ({ name, variable }) =>
            `const ${variable} = ${ownText(from, name, printer)};`,
        ),
      ...below(reads),
    ];
  };
  const below = (reads: readonly Read[]): string[] =>
    reads
      .filter(({ inside }) => inside.size > 0)
      .flatMap(({ variable, inside }) =>
        statementsOf(`${use("inside")}(${variable})`, inside),
      );
  const of: Subject = {
    text: "value",
    isSafe: true,
    member: (name) => known(name) ?? memberOf(all, [name]),
  };
  const statements = () => statementsOf("value", all);
  return {
    of,
    statements,
    asParameter() {
      const reads = [...all.values()];
      if (reads.length === 0) return { parameter: "", statements: [] };
      return reads.some(({ name }) => isInherited(name))
        ? { parameter: "value", statements: statements() }
        : { parameter: pattern(reads), statements: below(reads) };
    },
    inner: () =>
      readsOf(printer, taken, (name) =>
        all.has(name) ? of.member(name) : known(name),
      ),
  };
}

const pattern = (reads: readonly Read[]): string =>
  `{ ${reads.map(({ name, variable }) => (name === variable ? name : `${objectKey(name)}: ${variable}`)).join(", ")} }`;

/** What every object has: a property of that name may be its prototype's. */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** One property, if it is the object's own. */
export const ownText = (of: string, name: string, printer: Printer): string =>
  `${printer.name(runtimeValue("own", "own"))}(${of}, ${literal(name)})`;

/** A variable for the property at a path; it hides nothing that a decision uses. */
function claim(path: readonly string[], taken: Set<string>): string {
  const last = variableName(path.at(-1) ?? "");
  const whole = variableName(path.join(" "));
  const isFree = (name: string): boolean => !taken.has(name) && !isUsed(name);
  let found = [last, whole, `_${whole}`].find(isFree);
  for (let number = 2; found === undefined; number++)
    if (isFree(`_${whole}${number}`)) found = `_${whole}${number}`;
  taken.add(found);
  return found;
}

/** Also what a module calls an import that is named as something of its own: `createPrinter`. */
const isUsed = (name: string): boolean =>
  used.has(name) || name.startsWith("imported");

/** What stands in the functions that this makes. */
const used: ReadonlySet<string> = new Set([
  ...reservedWords,
  ..."Array found value item own isObject only".split(" "),
  ..."inside within hasOnly isOneOf startsWith isText isBetween isInteger isList isListOf every everyPlace everyValue".split(
    " ",
  ),
]);
