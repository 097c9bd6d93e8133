import { dirname, relative } from "node:path/posix";
import type { Name, TypeExpr } from "../ir/declaration-plan.ts";
import { literal } from "./literal.ts";
import { typeText } from "./type-text.ts";

/**
 * Prints names and types of one module, and remembers which names came from elsewhere: imports
 * follow from what was printed, nobody keeps a list by hand.
 */
export interface Printer {
  name(name: Name): string;
  type(type: TypeExpr): string;
  imports(): readonly Import[];
}

/** An import declaration, as text: for a structure of one ts-morph would make a writer for each name. */
export interface Import {
  readonly specifier: string;
  readonly text: string;
}

/**
 * `declared` are the names that the module itself declares: a name from elsewhere that is the same gets
 * another one here, which nobody outside sees. An operation may be called `send`, as the runtime's is.
 */
export function createPrinter(
  module: string,
  extension: string,
  declared: ReadonlySet<string> = new Set(),
): Printer {
  const used = new Map<string, Map<string, boolean>>();

  const name = (of: Name): string => {
    if (of.module !== module) {
      const names = used.get(of.module) ?? new Map<string, boolean>();
      names.set(of.name, (names.get(of.name) ?? true) && of.typeOnly);
      used.set(of.module, names);
      return local(of.name);
    }
    return of.name;
  };

  const local = (text: string): string =>
    declared.has(text)
      ? local(`imported${text.charAt(0).toUpperCase()}${text.slice(1)}`)
      : text;

  const type = (of: TypeExpr): string => typeText(of, name);

  return {
    name,
    type,
    imports: () =>
      [...used]
        .map(([from, names]): Import => {
          const path = specifier(module, from, extension);
          const typesOnly = [...names.values()].every((typeOnly) => typeOnly);
          const members = [...names]
            .sort(([a], [b]) => compare(a, b))
            .map(
              ([text, typeOnly]) =>
                `${typeOnly && !typesOnly ? "type " : ""}${text}${declared.has(text) ? ` as ${local(text)}` : ""}`,
            );
          return {
            specifier: path,
            text: `import ${typesOnly ? "type " : ""}{ ${members.join(", ")} } from ${literal(path)};`,
          };
        })
        .sort((a, b) => compare(a.specifier, b.specifier)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The module specifier of `to`, seen from `from`. */
export function specifier(from: string, to: string, extension: string): string {
  const path = relative(dirname(from), to);
  return `${path.startsWith(".") ? "" : "./"}${path}${extension}`;
}
