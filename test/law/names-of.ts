import { resolve } from "../../generator/4-resolve/resolve.ts";
import { plan } from "../../generator/5-plan/plan.ts";
import { takeInventory } from "../../generator/5-plan/types/inventory.ts";
import { labelOf } from "../../generator/5-plan/variant-names/candidate.ts";
import {
  nameVariants,
  type NamedVariant,
} from "../../generator/5-plan/variant-names/name-variants.ts";
import type { TypeExpr } from "../../generator/ir/declaration-plan.ts";
import type { ShapeExpr } from "../../generator/ir/shape-expr.ts";
import { ignore, readUnions, unionName } from "./document.ts";
import type { GeneratedUnion } from "./schema.ts";

/** What a client calls a union's variants. */
export interface Names {
  /** Of the variants' types, in the order of the description. */
  readonly types: readonly string[];
  readonly tag: string | undefined;
  readonly labels: readonly string[];
}

export async function namesOf(union: GeneratedUnion): Promise<Names> {
  const api = await readUnions([union]);
  const client = plan(api, resolve(api, ignore), {}, ignore);
  const declared = client.typeFiles.flatMap(({ declarations }) => declarations);
  const alias = declared.find(
    (each) => each.kind === "alias" && each.name.name === unionName(0),
  );
  const shape = declared.find(
    (each) => each.kind === "shape" && each.of === unionName(0),
  );
  const tagged = shape?.kind === "shape" ? taggedIn(shape.shape) : undefined;
  return {
    types: alias?.kind === "alias" ? typeNames(alias.type) : [],
    tag: tagged?.tag,
    labels: tagged?.cases.map(({ label }) => label) ?? [],
  };
}

function typeNames(type: TypeExpr): readonly string[] {
  switch (type.kind) {
    case "name":
      return [type.name.name];
    case "union":
      return type.members.flatMap(typeNames);
    case "intersection":
      return typeNames(type.members[0] as TypeExpr);
    default:
      return [];
  }
}

const taggedIn = (
  shape: ShapeExpr,
): (ShapeExpr & { kind: "tagged" }) | undefined =>
  shape.kind === "tagged"
    ? shape
    : shape.kind === "all"
      ? shape.shapes.map(taggedIn).find((found) => found !== undefined)
      : undefined;

/** A variant's label, and what it follows from. */
export interface Label extends Pick<NamedVariant, "by"> {
  readonly label: string;
}

/** The labels of all variants, tagged or not, in their order; none where it comes to be no union. */
export async function labelsOf(
  union: GeneratedUnion,
): Promise<readonly Label[]> {
  const api = await readUnions([union]);
  const resolved = resolve(api, ignore);
  const inventory = takeInventory(api, resolved);
  const written = api.components.find(({ name }) => name === unionName(0));
  const type = written && resolved.typeOf.get(written.schema);
  const node = type && resolved.types.get(type);
  const inner = node?.kind === "nullable" ? resolved.types.get(node.of) : node;
  return inner?.kind === "union"
    ? nameVariants(inner, unionName(0), inventory, resolved.derived).map(
        (name) => ({ label: labelOf(name), by: name.by }),
      )
    : [];
}
