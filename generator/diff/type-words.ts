import { literal, patternLiteral, propertyKey } from "../6-emit/literal.ts";
import type { PropertyPlan, TypeExpr } from "../ir/declaration-plan.ts";

/** How much of a type is shown. */
const limit = 120;

/** A type as it is written in the client, cut where it is long. */
export function typeWords(type: TypeExpr): string {
  const text = printed(type);
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** A type's whole text: types of the same text are the same type of one client. */
export function printed(of: TypeExpr): string {
  switch (of.kind) {
    case "keyword":
      return of.keyword;
    case "literal":
      return literal(of.value);
    case "openString":
      return "(string & {})";
    case "openNumber":
      return "(number & {})";
    case "pattern":
      return patternLiteral(of.before, of.after);
    case "name":
      return of.name.name + args(of.args);
    case "global":
      return of.name + args(of.args);
    case "array":
      return `${grouped(of.items)}[]`;
    case "tuple": {
      const items = of.items.map(
        ({ type, optional }) => `${grouped(type)}${optional ? "?" : ""}`,
      );
      const rest = of.rest === undefined ? [] : [`...${grouped(of.rest)}[]`];
      return `[${[...items, ...rest].join(", ")}]`;
    }
    case "record":
      return `Record<string, ${printed(of.values)}>`;
    case "union":
      return of.members.length === 0
        ? "never"
        : [...new Set(of.members.map(printed))].join(" | ");
    case "intersection":
      return of.members.map(grouped).join(" & ");
    case "object":
      return `{ ${of.properties.map(property).join("; ")} }`;
    default:
      return of satisfies never;
  }
}

const args = (of: readonly TypeExpr[] | undefined): string =>
  of === undefined || of.length === 0 ? "" : `<${of.map(printed).join(", ")}>`;

const grouped = (of: TypeExpr): string => {
  const text = printed(of);
  const isList = of.kind === "union" || of.kind === "intersection";
  return isList && / [|&] /.test(text) ? `(${text})` : text;
};

const property = ({ name, optional, type }: PropertyPlan): string =>
  `${propertyKey(name)}${optional ? "?" : ""}: ${printed(type)}`;
