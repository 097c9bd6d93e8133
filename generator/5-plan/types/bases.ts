import type { InterfaceDeclaration, Name } from "../../ir/declaration-plan.ts";
import type { ObjectNode, Property, TypeId } from "../../ir/type-graph.ts";
import type { Family } from "./families.ts";
import type { TypeModel } from "./model.ts";
import { deservesBase, sharedProperties } from "./shared-properties.ts";
import { propertyPlan } from "./type-expr.ts";

/** A base interface: what several inline types have alike. */
export interface Base {
  readonly name: Name;
  readonly properties: readonly Property[];
}

export interface Bases {
  readonly all: readonly Base[];
  /** The base of an inline type, if it has one. */
  readonly of: (type: TypeId) => Base | undefined;
}

/**
 * Finds the base interfaces: six variants that differ in two of twelve properties read as one base
 * and six short interfaces. Families that share the same properties share the base.
 */
export function findBases(
  families: readonly Family[],
  model: TypeModel,
  moduleOf: (module: string | readonly string[]) => string,
): Bases {
  const groups = new Map<
    string,
    {
      properties: readonly Property[];
      families: Family[];
      members: Set<TypeId>;
    }
  >();
  const claimed = new Set<TypeId>();
  for (const family of families) {
    const members = [...new Set(family.members.map(model.inventory.same))];
    const objects = members
      .map(model.node)
      .filter(
        (node): node is ObjectNode =>
          node.kind === "object" && node.extends.length === 0,
      );
    const properties = sharedProperties(objects, model.inventory.types).filter(
      (property) =>
        property.access === "both" && !model.usage.differs.has(property.type),
    );
    if (!deservesBase(objects, properties)) continue;
    const key = properties
      .map(({ wireName, type }) => `${wireName}:${model.inventory.same(type)}`)
      .join("\n");
    const group = groups.get(key) ?? {
      properties,
      families: [],
      members: new Set(),
    };
    groups.set(key, group);
    group.families.push(family);
    for (const { id } of objects) if (!claimed.has(id)) group.members.add(id);
    objects.forEach(({ id }) => claimed.add(id));
  }
  const byMember = new Map<TypeId, Base>();
  const all = [...groups.values()].map(
    ({ properties, families: sharing, members }): Base => {
      const wanted = (sharing[0] as Family).base(sharing);
      const name = model.registry.claim([wanted.name]);
      const base = {
        name: { name, module: moduleOf(wanted.module), typeOnly: true },
        properties,
      };
      members.forEach((member) => byMember.set(member, base));
      return base;
    },
  );
  return { all, of: (type) => byMember.get(model.inventory.same(type)) };
}

export const declareBase = (
  { name, properties }: Base,
  model: TypeModel,
): InterfaceDeclaration => ({
  kind: "interface",
  name,
  extends: [],
  properties: properties.map((property) =>
    propertyPlan(property, "output", model),
  ),
  index: undefined,
  docs: {},
});
