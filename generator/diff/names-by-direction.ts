import type { Name, TypeExpr } from "../ir/declaration-plan.ts";
import type { Direction } from "./finding.ts";
import { declaredBy, type DeclaredType, type Side } from "./side.ts";

/** In which directions operations, webhooks and callbacks lead to each declared type. */
export function namesByDirection(
  side: Side,
): ReadonlyMap<string, ReadonlySet<Direction>> {
  const found = new Map<string, Set<Direction>>();
  const enter = (name: Name, direction: Direction): void => {
    const declared = declaredBy(name, side);
    const known = found.get(name.name) ?? new Set<Direction>();
    if (declared === undefined || known.has(direction)) return;
    found.set(name.name, known.add(direction));
    for (const type of typesIn(declared)) {
      const isAnswer =
        declared.kind === "interface" &&
        declared.incoming !== undefined &&
        declared.properties.some(
          (each) => each.name === "response" && each.type === type,
        );
      look(type, isAnswer ? "sent" : direction);
    }
    if (declared.kind === "interface")
      for (const base of declared.extends) enter(base, direction);
  };
  const look = (type: TypeExpr, direction: Direction): void => {
    if (type.kind === "name") enter(type.name, direction);
    for (const child of childrenOf(type)) look(child, direction);
  };
  for (const { data, error, headers, params, pages } of side.operations) {
    look(data, "received");
    if (pages !== undefined) look(pages.item, "received");
    if (params !== undefined) enter(params.name, "sent");
    for (const failure of [...error.arms, error.otherwise]) {
      look(failure.body, "received");
      if (failure.headers !== undefined) enter(failure.headers, "received");
    }
    if (headers !== undefined) enter(headers, "received");
  }
  for (const type of side.types.values())
    if (type.kind === "interface" && type.incoming !== undefined)
      enter(type.name, "received");
  return found;
}

const typesIn = (declared: DeclaredType): readonly TypeExpr[] =>
  declared.kind === "alias"
    ? [declared.type]
    : [
        ...declared.properties.map(({ type }) => type),
        ...(declared.index === undefined ? [] : [declared.index]),
        ...(declared.patterns ?? []).map(({ type }) => type),
      ];

function childrenOf(type: TypeExpr): readonly TypeExpr[] {
  switch (type.kind) {
    case "keyword":
    case "literal":
    case "openString":
    case "openNumber":
    case "pattern":
      return [];
    case "name":
    case "global":
      return type.args ?? [];
    case "array":
      return [type.items];
    case "tuple":
      return [
        ...type.items.map((item) => item.type),
        ...(type.rest === undefined ? [] : [type.rest]),
      ];
    case "record":
      return [type.values];
    case "union":
    case "intersection":
      return type.members;
    case "object":
      return type.properties.map((property) => property.type);
    default:
      return type satisfies never;
  }
}
