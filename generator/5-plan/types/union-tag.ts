import type { PropertyPlan } from "../../ir/declaration-plan.ts";
import type { ObjectNode, UnionNode } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";
import { isTagged, type View } from "./usage.ts";

/** Whether the union is received, and nothing on the wire tells its variants apart. */
export const isTaggedHere = (
  union: UnionNode,
  { addTags, usage }: TypeModel,
): boolean => addTags && isTagged(union) && usage.received.has(union.id);

/** The first of `kind`, `variant`, `$kind` that no variant has (DESIGN §2). */
export function tagName(union: UnionNode, model: TypeModel): string {
  const taken = new Set(
    objectsOf(union, model).flatMap((object) =>
      object.properties.map(({ wireName }) => wireName),
    ),
  );
  const free = ["kind", "variant", "$kind"].find((name) => !taken.has(name));
  return free ?? "$telltale";
}

/** The property that a decoder adds to values of a variant: required where it was decoded, accepted where it is sent. */
export function tagProperty(
  union: UnionNode,
  index: number,
  view: View,
  model: TypeModel,
): PropertyPlan {
  return {
    name: tagName(union, model),
    optional: view === "input",
    readonly: true,
    type: { kind: "literal", value: model.labels(union.id)[index] ?? "" },
    docs: { note: "Added by the client; not on the wire." },
  };
}

/** The variants that are objects: what a tag, and an arm for the unknown, are about. */
export const objectsOf = (
  union: UnionNode,
  model: TypeModel,
): readonly ObjectNode[] =>
  union.variants
    .map(model.node)
    .filter((node): node is ObjectNode => node.kind === "object");

/** The properties that a decoder looks at, for people. */
export function tellingProperties({ telltale }: UnionNode): string {
  const paths =
    telltale.by === "elimination"
      ? telltale.cases.flatMap((each) =>
          each.tests.map((test) => test.wireName),
        )
      : [];
  return [...new Set(paths)].map((path) => `\`${path}\``).join(", ");
}
