import type { Made } from "../../generator/understand.ts";
import { childrenOf } from "../../generator/ir/children.ts";
import type { Declaration, Name } from "../../generator/ir/declaration-plan.ts";
import type { ShapeExpr } from "../../generator/ir/shape-expr.ts";
import { equalTypes } from "../../generator/ir/equal-types.ts";
import type {
  Scalar,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../generator/ir/type-graph.ts";

/** A union that a `switch` has to narrow. */
interface Switched {
  readonly name: Name;
  readonly tag: string;
  /** The tags of each variant and, where a type says what they narrow to, that type. */
  readonly cases: readonly {
    readonly values: readonly Scalar[];
    readonly variant: Name | undefined;
  }[];
  /** The arm for what the client does not know, and the tag it has; none for booleans. */
  readonly arm: Name | undefined;
  readonly armTag: "unrecognized" | undefined;
  /** Whether scalars or arrays stand beside the objects. */
  readonly mixed: boolean;
  /** Whether a variant may come without its tag; a `switch` then has a case for that. */
  readonly optional: boolean;
}

export interface Switches {
  readonly text: string;
  readonly unions: number;
  /** Unions with a tag that no declaration carries. */
  readonly undeclared: readonly string[];
}

/**
 * A module in which a `switch` goes over all tags of every native or synthetic union of a client: each
 * case narrows to its variant, what remains is exactly the open arm, and a misspelt case is an error.
 *
 * @param from the client's folder, as the module imports it: `../clients/quo`
 */
export function switchesOf(made: Made, from: string): Switches {
  const { resolved, client } = made;
  const nodes = { node: (id: TypeId) => resolved.types.get(id) as TypeNode };
  const received = receivedTypes(made);
  const unions = [...resolved.types.values()].filter(
    (node): node is UnionNode => node.kind === "union",
  );
  const declarations = client.typeFiles.flatMap((file) => file.declarations);
  const names = new Map(
    declarations
      .filter((each) => each.kind !== "shape")
      .map(({ name }) => [name.name, name]),
  );
  const shapes = new Map(
    declarations
      .filter((each) => each.kind === "shape")
      .map((shape) => [shape.of, shape]),
  );
  const byId = new Map(unions.map((union) => [union.id, union]));
  const declared = new Set<UnionNode>();
  const switched = declarations.flatMap((alias) => {
    if (alias.kind !== "alias" || alias.union === undefined) return [];
    const union = byId.get(alias.union);
    const each =
      union &&
      (nativeSwitch(alias, union, names, nodes) ??
        syntheticSwitch(
          alias,
          union,
          shapes.get(alias.name.name),
          names,
          nodes,
        ));
    if (union !== undefined && each !== undefined) declared.add(union);
    return each ?? [];
  });
  // Equal inline unions have one declaration.
  const isDeclared = (union: UnionNode) =>
    declared.has(union) ||
    [...declared].some((each) => equalTypes(each.id, union.id, nodes));
  return {
    text: [
      "type Some<T> = [T] extends [never] ? false : true;",
      ...switched.map((each, index) => switchText(each, index, from)),
    ].join("\n\n"),
    unions: switched.length,
    undeclared: unions
      .filter((union) => hasTag(union, received) && !isDeclared(union))
      .map(({ origin }) => origin.pointer),
  };
}

/** A native tag narrows wherever the union stands; a decoder adds one only to what is received. */
const hasTag = (
  { id, telltale }: UnionNode,
  received: ReadonlySet<TypeId>,
): boolean =>
  telltale.by === "declared" ||
  telltale.by === "literal" ||
  (telltale.by === "elimination" && received.has(id));

function receivedTypes({ api, resolved }: Made): ReadonlySet<TypeId> {
  const found = new Set<TypeId>();
  const schemas = api.operations.flatMap((operation) =>
    operation.responses.flatMap(({ content }) =>
      content.flatMap(({ schema }) => schema ?? []),
    ),
  );
  const queue = schemas.flatMap((schema) => resolved.typeOf.get(schema) ?? []);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = resolved.types.get(id);
    if (node === undefined || found.has(id)) continue;
    found.add(id);
    queue.push(...childrenOf(node));
  }
  return found;
}

type Alias = Extract<Declaration, { kind: "alias" }>;
type Shape = Extract<Declaration, { kind: "shape" }>;
interface Nodes {
  node(id: TypeId): TypeNode;
}

const isMixed = (union: UnionNode, { node }: Nodes): boolean =>
  union.variants.some((variant) => node(variant).kind !== "object");

/** Whether a variant may leave the tag out. */
const isOptional = (union: UnionNode, tag: string, { node }: Nodes): boolean =>
  union.variants
    .map(node)
    .some(
      (variant) =>
        variant.kind === "object" &&
        variant.properties.some(
          ({ wireName, required }) => wireName === tag && !required,
        ),
    );

function nativeSwitch(
  alias: Alias,
  union: UnionNode,
  names: ReadonlyMap<string, Name>,
  nodes: Nodes,
): Switched | undefined {
  const { telltale } = union;
  if (telltale.by !== "declared" && telltale.by !== "literal") return undefined;
  const values = telltale.cases.flatMap((each) => each.values);
  const isOpen = ["string", "number"].some((type) =>
    values.every((value) => typeof value === type),
  );
  return {
    name: alias.name,
    tag: telltale.property,
    cases: telltale.cases.map(({ variant, values: own }) => ({
      values: own,
      variant: memberOf(alias, union.variants.indexOf(variant)),
    })),
    arm: isOpen ? names.get(`Unrecognized${alias.name.name}`) : undefined,
    armTag: undefined,
    mixed: isMixed(union, nodes),
    optional: isOptional(union, telltale.property, nodes),
  };
}

function syntheticSwitch(
  alias: Alias,
  union: UnionNode,
  shape: Shape | undefined,
  names: ReadonlyMap<string, Name>,
  nodes: Nodes,
): Switched | undefined {
  const tagged = shape && taggedIn(shape.shape);
  const arm = names.get(`Unrecognized${alias.name.name}`);
  // What is only ever sent has a shape if a variant has, and no tag.
  if (union.telltale.by !== "elimination" || !tagged?.tag || !arm)
    return undefined;
  const { cases } = union.telltale;
  return {
    name: alias.name,
    tag: tagged.tag,
    cases: tagged.cases.map(({ label }, index) => {
      const variant = cases[index]?.variant;
      const at = variant === undefined ? -1 : union.variants.indexOf(variant);
      return { values: [label], variant: memberOf(alias, at) };
    }),
    arm,
    armTag: "unrecognized",
    mixed: isMixed(union, nodes),
    optional: false,
  };
}

function taggedIn(
  shape: ShapeExpr,
): Extract<ShapeExpr, { kind: "tagged" }> | undefined {
  if (shape.kind === "tagged") return shape;
  return shape.kind === "all"
    ? shape.shapes.map(taggedIn).find((each) => each !== undefined)
    : undefined;
}

function memberOf(alias: Alias, index: number): Name | undefined {
  const member =
    alias.type.kind === "union" ? alias.type.members[index] : undefined;
  return member?.kind === "name" && member.args === undefined
    ? member.name
    : undefined;
}

function switchText(each: Switched, index: number, from: string): string {
  const { name, tag, cases, arm, armTag, mixed, optional } = each;
  const type = (of: Name) =>
    `import(${JSON.stringify(`${from}/${of.module}.js`)}).${of.name}`;
  const key = `value[${JSON.stringify(tag)}]`;
  const known = cases.flatMap(({ values, variant }) => [
    ...values.map((value) => `    case ${JSON.stringify(value)}:`),
    "      true satisfies Some<typeof value>;",
    ...(variant === undefined
      ? []
      : [`      value satisfies ${type(variant)};`]),
    "      break;",
  ]);
  const rest =
    arm === undefined
      ? ["      value satisfies never;"]
      : [
          "      true satisfies Some<typeof value>;",
          `      value satisfies ${type(arm)};`,
        ];
  const open =
    armTag === undefined
      ? ["    default:", ...rest]
      : [
          `    case ${JSON.stringify(armTag)}:`,
          ...rest,
          "      break;",
          "    default:",
          "      value satisfies never;",
        ];
  return [
    `// ${name.name}, ${name.module}`,
    `export function switch${index}(value: ${type(name)}): void {`,
    ...(mixed
      ? ['  if (typeof value !== "object" || Array.isArray(value)) return;']
      : []),
    `  switch (${key}) {`,
    ...known,
    ...(optional ? ["    case undefined:", "      break;"] : []),
    ...open,
    "  }",
    `  switch (${key}) {`,
    "    // @ts-expect-error no such tag",
    `    case ${JSON.stringify(misspelt(cases[0]?.values[0]))}:`,
    "  }",
    "}",
  ].join("\n");
}

/** A tag that no variant has. */
function misspelt(value: Scalar | undefined): Scalar {
  return typeof value === "number" ? 987_654_321 : `${value}~misspelt`;
}
