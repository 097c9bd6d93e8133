import { dirname, relative } from "node:path/posix";
import { StructureKind, type ImportDeclarationStructure } from "ts-morph";
import type { Name, PropertyPlan, TypeExpr } from "../ir/declaration-plan.ts";
import { literal, patternLiteral, propertyKey } from "./literal.ts";

/**
 * Prints names and types of one module, and remembers which names came from elsewhere: imports
 * follow from what was printed, nobody keeps a list by hand.
 */
export interface Printer {
  name(name: Name): string;
  type(type: TypeExpr): string;
  imports(): readonly ImportDeclarationStructure[];
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

  const type = (of: TypeExpr): string => {
    switch (of.kind) {
      case "keyword":
        return of.keyword;
      case "literal":
        return literal(of.value);
      case "openString":
        return "(string & {})";
      case "pattern":
        return patternLiteral(of.before, of.after);
      case "openNumber":
        return "(number & {})";
      case "name":
        return name(of.name) + args(of.args);
      case "global":
        return of.name + args(of.args);
      case "array":
        return `${member(of.items)}[]`;
      case "tuple": {
        const items = of.items.map((item) =>
          item.optional ? `${member(item.type)}?` : type(item.type),
        );
        return `[${[...items, ...(of.rest === undefined ? [] : [`...${member(of.rest)}[]`])].join(", ")}]`;
      }
      case "record":
        return of.indexed === true
          ? `{ [key: string]: ${type(of.values)} }`
          : `Record<string, ${type(of.values)}>`;
      case "union":
        return [
          ...new Set(
            flatten(of.members).map((each) =>
              each.kind === "intersection" ? `(${type(each)})` : type(each),
            ),
          ),
        ].join(" | ");
      case "intersection":
        return of.members.map(member).join(" & ");
      case "object":
        return `{ ${of.properties.map(property).join("; ")} }`;
      default:
        return of satisfies never;
    }
  };

  const args = (of: readonly TypeExpr[] | undefined): string =>
    of === undefined || of.length === 0 ? "" : `<${of.map(type).join(", ")}>`;

  /** Inside an array or an intersection, where a union needs parentheses. */
  const member = (of: TypeExpr): string => {
    const text = type(of);
    const isList =
      (of.kind === "union" && flatten(of.members).length > 1) ||
      of.kind === "intersection";
    return isList ? `(${text})` : text;
  };

  const property = (of: PropertyPlan): string =>
    `${of.readonly ? "readonly " : ""}${propertyKey(of.name)}${of.optional ? "?" : ""}: ${type(of.type)}`;

  return {
    name,
    type,
    imports: () =>
      [...used]
        .map(([from, names]) => ({
          from: specifier(module, from, extension),
          names,
        }))
        .sort((a, b) => compare(a.from, b.from))
        .map(({ from, names }): ImportDeclarationStructure => {
          const typesOnly = [...names.values()].every((typeOnly) => typeOnly);
          return {
            kind: StructureKind.ImportDeclaration,
            moduleSpecifier: from,
            isTypeOnly: typesOnly,
            namedImports: [...names]
              .sort(([a], [b]) => compare(a, b))
              .map(([text, typeOnly]) => ({
                name: text,
                ...(declared.has(text) && { alias: local(text) }),
                isTypeOnly: typeOnly && !typesOnly,
              })),
          };
        }),
  };
}

const flatten = (members: readonly TypeExpr[]): readonly TypeExpr[] =>
  members.flatMap((member) =>
    member.kind === "union" ? flatten(member.members) : [member],
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The module specifier of `to`, seen from `from`. */
export function specifier(from: string, to: string, extension: string): string {
  const path = relative(dirname(from), to);
  return `${path.startsWith(".") ? "" : "./"}${path}${extension}`;
}
