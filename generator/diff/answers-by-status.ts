import type { TypeExpr } from "../ir/declaration-plan.ts";

type ObjectType = TypeExpr & { readonly kind: "object" };

/**
 * What two versions of a webhook are answered, as unions of an arm for each status, range and `default` that either
 * documents: what one documents by itself, the other may have in a range, or in what is left.
 */
export function answersByStatus(
  old: TypeExpr,
  now: TypeExpr,
): { readonly old: TypeExpr; readonly new: TypeExpr } {
  const left = armsOf(old);
  const right = armsOf(now);
  const statuses = [...new Set([...left.keys(), ...right.keys()])];
  const expanded = (arms: ReadonlyMap<string, ObjectType>): TypeExpr => ({
    kind: "union",
    members: statuses.flatMap((status) => {
      const arm = armOf(status, arms);
      return arm === undefined ? [] : [withStatus(arm, status)];
    }),
  });
  return { old: expanded(left), new: expanded(right) };
}

const armOf = (status: string, arms: ReadonlyMap<string, ObjectType>) =>
  arms.get(status) ?? arms.get(`${status.charAt(0)}XX`) ?? arms.get("default");

/** The arms by what their status is documented as. */
function armsOf(type: TypeExpr): ReadonlyMap<string, ObjectType> {
  const members = type.kind === "union" ? type.members : [type];
  return new Map(
    members.flatMap((arm) =>
      arm.kind === "object" ? [[documentedAs(arm), arm] as const] : [],
    ),
  );
}

/** `200`, the `4XX` of a `RangeStatus<"4XX", 404>`, or `default`. */
function documentedAs({ properties }: ObjectType): string {
  const type = properties.find(({ name }) => name === "status")?.type;
  if (type?.kind === "literal") return String(type.value);
  if (type?.kind !== "name" || type.name.name !== "RangeStatus")
    return "default";
  const [range] = type.args ?? [];
  return range?.kind === "literal" ? String(range.value) : "default";
}

const withStatus = (arm: ObjectType, value: string): ObjectType => ({
  ...arm,
  properties: arm.properties.map((property) =>
    property.name === "status"
      ? { ...property, type: { kind: "literal", value } }
      : property,
  ),
});
