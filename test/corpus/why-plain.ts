import { wireTypes } from "../../generator/4-resolve/unions/conditions.ts";
import {
  areTold,
  indistinctPair,
} from "../../generator/4-resolve/unions/indistinct.ts";
import type { Made } from "../../generator/understand.ts";
import { equalTypes } from "../../generator/ir/equal-types.ts";
import type {
  ObjectNode,
  Property,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../generator/ir/type-graph.ts";

interface Nodes {
  node(id: TypeId): TypeNode;
}

/** Why a union stays plain: the first pair that nothing tells apart, and what is the matter. */
export function whyPlain(union: UnionNode, made: Made, nodes: Nodes): string {
  if (union.telltale.by === "nothing" && union.telltale.intersected)
    return "one of several in an allOf that is too large to be written out";
  const variants = union.variants.map(nodes.node);
  const objects = variants.filter((variant) => variant.kind === "object");
  const beside = variants.find(
    ({ id, kind }) =>
      kind !== "object" && (wireTypes(id, nodes)?.includes("object") ?? true),
  );
  if (objects.length > 0 && beside !== undefined)
    return `${words(beside, union, made)} (${beside.kind}) may be an object of any kind`;
  if (objects.length < 2) {
    const alike = indistinctPair(union.variants, nodes) ?? [];
    const names = alike.map((id) => words(nodes.node(id), union, made));
    return `${names.join(" and ")}: what they hold is not told apart`;
  }
  for (const [index, left] of objects.entries()) {
    for (const right of objects.slice(index + 1)) {
      if (areTold([left, right], nodes)) continue;
      const names = [left, right]
        .map((each) => words(each, union, made))
        .join(" and ");
      return `${names}: ${whyIndistinct(left, right, nodes)}`;
    }
  }
  return "each pair is told apart, all together are not";
}

function whyIndistinct(a: ObjectNode, b: ObjectNode, nodes: Nodes): string {
  const differing = [...differences(a, b, nodes), ...differences(b, a, nodes)];
  if (differing.length === 0) return "equal on the wire";
  const isOptional = differing.every(
    ([one, other]) => !one.required && !other?.required,
  );
  const names = [
    ...new Set(differing.map(([{ wireName }]) => `\`${wireName}\``)),
  ];
  const list = `${names.slice(0, 4).join(", ")}${names.length > 4 ? ", …" : ""}`;
  return isOptional
    ? `optional properties alone differ (${list})`
    : `one includes the other, and what it adds cannot be checked completely (${list})`;
}

/** Properties of `a` that `b` has not, or has otherwise. */
const differences = (
  a: ObjectNode,
  b: ObjectNode,
  nodes: Nodes,
): readonly (readonly [Property, Property | undefined])[] =>
  a.properties.flatMap((property) => {
    const other = b.properties.find(
      ({ wireName }) => wireName === property.wireName,
    );
    const isSame =
      other !== undefined &&
      other.required === property.required &&
      equalTypes(property.type, other.type, nodes);
    return isSame ? [] : [[property, other] as const];
  });

/** What to call a variant: its component, its title, or its place in the list. */
function words(
  variant: TypeNode,
  union: UnionNode,
  { api, resolved }: Made,
): string {
  const original = resolved.derived.get(variant.id) ?? variant.id;
  const component = api.components.find(
    ({ schema }) => resolved.typeOf.get(schema) === original,
  );
  return (
    component?.name ??
    variant.annotations.title ??
    `variant ${union.variants.indexOf(variant.id) + 1}`
  );
}
