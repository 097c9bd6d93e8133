import type { Name, PropertyPlan, TypeExpr } from "../ir/declaration-plan.ts";
import { literal, patternLiteral, propertyKey } from "./literal.ts";

/** A type as TypeScript has it; `name` says what a declared one is called where it is written. */
export function typeText(
  written: TypeExpr,
  name: (of: Name) => string,
): string {
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
            alternatives(of.members).map((each) =>
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
      (of.kind === "union" && alternatives(of.members).length > 1) ||
      of.kind === "intersection";
    return isList ? `(${text})` : text;
  };

  const property = (of: PropertyPlan): string =>
    `${of.readonly ? "readonly " : ""}${propertyKey(of.name)}${of.optional ? "?" : ""}: ${type(of.type)}`;

  return type(written);
}

/** The members of a union; `unknown` alone where it is among them, as it takes in all others. */
function alternatives(members: readonly TypeExpr[]): readonly TypeExpr[] {
  const all = flatten(members);
  const anything = all.find(
    (each) => each.kind === "keyword" && each.keyword === "unknown",
  );
  return anything === undefined ? all : [anything];
}

const flatten = (members: readonly TypeExpr[]): readonly TypeExpr[] =>
  members.flatMap((member) =>
    member.kind === "union" ? flatten(member.members) : [member],
  );
