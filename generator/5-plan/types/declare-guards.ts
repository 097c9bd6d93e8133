import type { Declaration, Name } from "../../ir/declaration-plan.ts";
import type { TypeId, UnionNode } from "../../ir/type-graph.ts";
import { docsOf } from "../docs.ts";
import type { Bases } from "./bases.ts";
import type { TypeModel } from "./model.ts";
import { indexed, typeExpr } from "./type-expr.ts";
import type { GuardNames } from "./guard-names.ts";
import { armInterface } from "./union-arm.ts";
import { isTaggedHere, tellingProperties } from "./union-tag.ts";
import { isTagged, type View } from "./usage.ts";

/** Whether guards and a match stand in for a tag, which is not wanted, or has no name that is free. */
export const isGuarded = (
  union: UnionNode,
  view: View,
  model: TypeModel,
): boolean =>
  view === "output" &&
  isTagged(union) &&
  model.usage.received.has(union.id) &&
  !isTaggedHere(union, model);

/** The union as it is on the wire, and functions that tell its variants apart. */
export function declareGuarded(
  union: UnionNode,
  name: Name,
  bases: Bases,
  guards: GuardNames,
  model: TypeModel,
): readonly Declaration[] {
  const labels = model.labels(union.id);
  const arm: Declaration = {
    ...armInterface(union, "output", name, undefined, bases, model),
    docs: {
      note: `A {@link ${name.name}} that fits none of its variants, or several.`,
    },
  };
  const variants = union.variants.map((variant) => ({
    variant,
    label: labels[union.variants.indexOf(variant)] ?? "",
    type: indexed(typeExpr(variant, "output", model)),
  }));
  const value = (text: string): Name => ({
    name: text,
    module: name.module,
    typeOnly: false,
  });
  const claimed = (text: string) => value(model.registry.claim([text]));
  const { telltale } = union;
  const cases = telltale.by === "elimination" ? telltale.cases : [];
  // What nothing satisfies is no case.
  const isCase = ({ variant }: { readonly variant: TypeId }) =>
    cases.some((each) => each.variant === variant);
  return [
    {
      kind: "alias",
      name,
      type: {
        kind: "union",
        members: [
          ...variants.map(({ type }) => type),
          { kind: "name", name: arm.name },
        ],
      },
      docs: {
        ...docsOf(union.annotations, {}, name.name),
        note: `Told apart by ${tellingProperties(union)}: see {@link match${name.name}}.`,
      },
      origin: union.origin,
    },
    arm,
    {
      kind: "guards",
      name: claimed(`match${name.name}`),
      variantOf: claimed(`variantOf${name.name}`),
      union: name,
      arm: arm.name,
      cases: variants.filter(isCase).map(({ variant, label, type }) => {
        const found = cases.find((each) => each.variant === variant);
        return {
          label,
          guard: value(guards(union.id, variant)),
          type,
          tests: found?.tests ?? [],
          over: (found?.over ?? []).map(
            (other) => labels[union.variants.indexOf(other)] ?? "",
          ),
        };
      }),
      others: variants.filter((each) => !isCase(each)).map(({ type }) => type),
    },
  ];
}
