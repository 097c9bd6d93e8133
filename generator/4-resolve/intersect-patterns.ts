import type {
  ObjectNode,
  PatternProperties,
  TypeId,
} from "../ir/type-graph.ts";

/** What both objects say of names by their beginning: of the same one, both. */
export function bothPatterns(
  { patterns: ours = [] }: ObjectNode,
  { patterns: theirs = [] }: ObjectNode,
  meet: (left: TypeId, right: TypeId) => TypeId,
): readonly PatternProperties[] {
  const both = ours.map(({ prefix, values }) => {
    const other = theirs.find((each) => each.prefix === prefix);
    return { prefix, values: other ? meet(values, other.values) : values };
  });
  const added = theirs.filter(
    ({ prefix }) => !ours.some((each) => each.prefix === prefix),
  );
  return [...both, ...added];
}
