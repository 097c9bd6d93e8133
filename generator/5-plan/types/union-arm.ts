import type {
  InterfaceDeclaration,
  Name,
  PropertyPlan,
} from "../../ir/declaration-plan.ts";
import type { ObjectNode, UnionNode } from "../../ir/type-graph.ts";
import type { Bases } from "./bases.ts";
import type { TypeModel } from "./model.ts";
import { sharedProperties } from "./shared-properties.ts";
import { propertyPlan, visibleProperties } from "./type-expr.ts";
import { objectsOf } from "./union-tag.ts";
import type { View } from "./usage.ts";

/** What is known of a value that fits no variant: what all of them share, and the rest by name. */
export function armInterface(
  union: UnionNode,
  view: View,
  name: Name,
  tag: PropertyPlan | undefined,
  bases: Bases,
  model: TypeModel,
): InterfaceDeclaration {
  const objects = objectsOf(union, model);
  const base = baseOfAll(objects, bases);
  const inherited = (base?.properties ?? []).map(({ wireName }) => wireName);
  const shared = sharedProperties(objects, model.inventory.types).filter(
    ({ wireName }) => wireName !== tag?.name && !inherited.includes(wireName),
  );
  const known = [
    ...(tag === undefined ? [] : [tag.name]),
    ...inherited,
    ...shared.map(({ wireName }) => wireName),
  ];
  return {
    kind: "interface",
    name: model.armNameOf(name),
    extends: base === undefined ? [] : [base.name],
    properties: [
      ...(tag === undefined ? [] : [tag]),
      ...visibleProperties(shared, view, model).map((property) =>
        propertyPlan(property, view, model),
      ),
      ...otherProperties(objects, view, new Set(known), model),
    ],
    index: undefined,
    docs: {},
  };
}

/** What only some variants have, or have differently: known by name, not by type. */
function otherProperties(
  objects: readonly ObjectNode[],
  view: View,
  known: ReadonlySet<string>,
  model: TypeModel,
): readonly PropertyPlan[] {
  const found = new Map<string, boolean[]>();
  for (const object of objects)
    for (const each of visibleProperties(object.properties, view, model)) {
      const required = found.get(each.wireName);
      if (required === undefined) found.set(each.wireName, [each.required]);
      else required.push(each.required);
    }
  return [...found].flatMap(([name, required]): PropertyPlan[] => {
    if (known.has(name)) return [];
    const always =
      required.length === objects.length && required.every(Boolean);
    return [
      {
        name,
        optional: !always,
        readonly: false,
        type: { kind: "keyword", keyword: "unknown" },
        docs: {},
      },
    ];
  });
}

function baseOfAll(objects: readonly ObjectNode[], bases: Bases) {
  const found = new Set(objects.map((object) => bases.of(object.id)));
  const [base] = found;
  return found.size === 1 ? base : undefined;
}
