import type { Name, PropertyPlan } from "../../ir/declaration-plan.ts";
import type { ObjectNode, TypeId, UnionNode } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";
import type { View } from "./usage.ts";

/** Whether the union is received, nothing on the wire tells its variants apart, and a tag has a name to have. */
export const isTaggedHere = (union: UnionNode, { usage }: TypeModel): boolean =>
  usage.tagged.has(union.id);

/**
 * The tag that callers know from before, else the first of `kind`, `variant`, `$kind`: one that no variant has
 * (DESIGN §2), as it would take the place of what is on the wire.
 */
export function tagName(union: UnionNode, model: TypeModel): string {
  const objects = objectsOf(union, model);
  const taken = new Set(
    objects.flatMap(({ properties }) =>
      properties.map(({ wireName }) => wireName),
    ),
  );
  const prefixes = objects.flatMap(({ patterns = [] }) =>
    patterns.map(({ prefix }) => prefix),
  );
  const pinned = model.pinnedTags.get(
    tagKey(union.id, model.nameOf(union.id, "output")),
  );
  const free = names.filter(
    (name) =>
      !taken.has(name) && !prefixes.some((prefix) => name.startsWith(prefix)),
  );
  // A lock file is a file that others may edit: it chooses among our names, and makes none up.
  return (
    free.find((name) => name === pinned) ??
    free[0] ??
    lastResort(taken, prefixes)
  );
}

function lastResort(
  taken: ReadonlySet<string>,
  prefixes: readonly string[],
): string {
  const first = [..."$_abcdefghijklmnopqrstuvwxyz"].find(
    (letter) => !prefixes.some((prefix) => prefix.startsWith(letter)),
  );
  for (let number = 1; ; number += 1) {
    const name = `${first ?? "$"}telltale${number === 1 ? "" : number}`;
    if (!taken.has(name)) return name;
  }
}

const names = ["kind", "variant", "$kind"];

/** What a union is known by from run to run: its name, or where it was written. */
export const tagKey = (union: TypeId, name: Name | undefined): string =>
  name?.name ?? union;

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
