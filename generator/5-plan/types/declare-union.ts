import type {
  Declaration,
  InterfaceDeclaration,
  Name,
  PropertyPlan,
  TypeExpr,
} from "../../ir/client-plan.ts";
import type {
  ObjectNode,
  Scalar,
  TypeId,
  UnionNode,
} from "../../ir/type-graph.ts";
import { docsOf } from "../docs.ts";
import type { Bases } from "./bases.ts";
import type { TypeModel } from "./model.ts";
import { sharedProperties } from "./shared-properties.ts";
import { propertyPlan, typeExpr, visibleProperties } from "./type-expr.ts";
import { isTagged, type View } from "./usage.ts";

/** A union's alias and, where values can come that it does not know, the arm for them. */
export function declareUnion(
  union: UnionNode,
  view: View,
  name: Name,
  bases: Bases,
  model: TypeModel,
): readonly Declaration[] {
  const members = union.variants.map((variant) =>
    memberExpr(union, variant, view, model),
  );
  const arm = armOf(union, view, name, bases, model);
  const docs = { ...docsOf(union.annotations, {}), note: arm?.note };
  const known = members.length > 0 ? members : [];
  const type: TypeExpr = {
    kind: "union",
    members:
      arm === undefined
        ? known
        : [...known, { kind: "name", name: arm.declaration.name }],
  };
  const alias: Declaration = {
    kind: "alias",
    name,
    type,
    docs,
    union: union.id,
  };
  return arm === undefined ? [alias] : [alias, arm.declaration, ...arm.more];
}

/** The tag that a variant of its own union carries: required where it was decoded, accepted where it is sent. */
export function variantTag(
  type: TypeId,
  view: View,
  model: TypeModel,
): PropertyPlan | undefined {
  const owner = model.inventory.variantOf.get(type);
  const union = owner && model.node(owner);
  if (union?.kind !== "union" || !isTaggedHere(union, model)) return undefined;
  return tagProperty(union, union.variants.indexOf(type), view, model);
}

/** Whether the union is received, and nothing on the wire tells its variants apart. */
const isTaggedHere = (union: UnionNode, { usage }: TypeModel): boolean =>
  isTagged(union) && usage.received.has(union.id);

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

function tagProperty(
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

function memberExpr(
  union: UnionNode,
  variant: TypeId,
  view: View,
  model: TypeModel,
): TypeExpr {
  const type = indexed(typeExpr(variant, view, model));
  const isOwn =
    model.inventory.variantOf.has(variant) && model.inventory.isNamed(variant);
  if (
    !isTaggedHere(union, model) ||
    isOwn ||
    model.node(variant).kind !== "object"
  )
    return type;
  const tag = tagProperty(union, union.variants.indexOf(variant), view, model);
  return {
    kind: "intersection",
    members: [type, { kind: "object", properties: [{ ...tag, docs: {} }] }],
  };
}

/** A map inside an alias may be a map of the alias itself. */
export const indexed = (type: TypeExpr): TypeExpr =>
  type.kind === "record" ? { ...type, indexed: true } : type;

interface Arm {
  readonly declaration: InterfaceDeclaration;
  readonly more: readonly Declaration[];
  readonly note: string | undefined;
}

/** The arm for values that no variant of this client fits. */
function armOf(
  union: UnionNode,
  view: View,
  name: Name,
  bases: Bases,
  model: TypeModel,
): Arm | undefined {
  const tag = armTag(union, view, model);
  if (tag === undefined) return undefined;
  const objects = objectsOf(union, model);
  const base = baseOfAll(objects, bases);
  const shared = sharedProperties(objects, model.inventory.types).filter(
    (property) =>
      !base?.properties.some((known) => known.wireName === property.wireName),
  );
  const properties = [
    tag,
    ...visibleProperties(shared, view)
      .filter(({ wireName }) => wireName !== tag.name)
      .map((property) => propertyPlan(property, view, model)),
    ...otherProperties(
      objects,
      view,
      new Set([
        tag.name,
        ...shared.map((p) => p.wireName),
        ...(base?.properties ?? []).map((p) => p.wireName),
      ]),
    ),
  ];
  const armName: Name = {
    ...name,
    name: model.registry.claim([`Unrecognized${name.name}`]),
  };
  const native = union.telltale.by !== "elimination";
  return {
    declaration: {
      kind: "interface",
      name: armName,
      extends: base === undefined ? [] : [base.name],
      properties,
      index: undefined,
      docs: {
        note: native
          ? `A {@link ${name.name}} whose \`${tag.name}\` this client does not know.`
          : `A {@link ${name.name}} that fits none of its variants, or several.`,
      },
    },
    more: native ? [knownAlias(name, tag, model)] : [],
    note: native
      ? undefined
      : `Told apart by ${tellingProperties(union)}; \`${tag.name}\` is added by the client.`,
  };
}

function armTag(
  union: UnionNode,
  view: View,
  model: TypeModel,
): PropertyPlan | undefined {
  const { telltale } = union;
  if (telltale.by === "elimination") {
    if (!isTaggedHere(union, model)) return undefined;
    const literal: TypeExpr = { kind: "literal", value: "unrecognized" };
    const tag = tagProperty(union, 0, view, model);
    // Nobody makes one up: what goes back was received, and has it.
    return { ...tag, optional: false, type: literal, docs: {} };
  }
  if (
    !model.openUnions ||
    (telltale.by !== "declared" && telltale.by !== "literal")
  )
    return undefined;
  const values = telltale.cases.flatMap((each) => each.values);
  const runtime = unrecognizedType(values);
  if (runtime === undefined) return undefined;
  return {
    name: telltale.property,
    optional: false,
    readonly: false,
    type: {
      kind: "name",
      name: { name: runtime, module: "runtime/union", typeOnly: true },
    },
    docs: {},
  };
}

/** A boolean has no third value, so `if (x.ok)` has to narrow; literals of mixed types have no such type. */
function unrecognizedType(values: readonly Scalar[]): string | undefined {
  if (values.every((value) => typeof value === "string")) return "Unrecognized";
  return values.every((value) => typeof value === "number")
    ? "UnrecognizedNumber"
    : undefined;
}

function knownAlias(
  name: Name,
  tag: PropertyPlan,
  model: TypeModel,
): Declaration {
  return {
    kind: "alias",
    name: { ...name, name: model.registry.claim([`Known${name.name}`]) },
    type: {
      kind: "global",
      name: "Exclude",
      args: [
        { kind: "name", name },
        { kind: "object", properties: [tag] },
      ],
    },
    docs: { note: `A {@link ${name.name}} that this client knows.` },
  };
}

/** What only some variants have, or have differently: known by name, not by type. */
function otherProperties(
  objects: readonly ObjectNode[],
  view: View,
  known: ReadonlySet<string>,
): readonly PropertyPlan[] {
  const all = objects.flatMap((object) =>
    visibleProperties(object.properties, view),
  );
  const names = [...new Set(all.map(({ wireName }) => wireName))].filter(
    (name) => !known.has(name),
  );
  return names.map((name) => {
    const found = all.filter(({ wireName }) => wireName === name);
    const always =
      found.length === objects.length &&
      found.every(({ required }) => required);
    return {
      name,
      optional: !always,
      readonly: false,
      type: { kind: "keyword", keyword: "unknown" },
      docs: {},
    };
  });
}

function baseOfAll(objects: readonly ObjectNode[], bases: Bases) {
  const found = new Set(objects.map((object) => bases.of(object.id)));
  const [base] = found;
  return found.size === 1 ? base : undefined;
}

const objectsOf = (union: UnionNode, model: TypeModel): readonly ObjectNode[] =>
  union.variants
    .map(model.node)
    .filter((node): node is ObjectNode => node.kind === "object");

function tellingProperties({ telltale }: UnionNode): string {
  const paths =
    telltale.by === "elimination"
      ? telltale.cases.flatMap((each) =>
          each.tests.map((test) => test.wireName),
        )
      : [];
  return [...new Set(paths)].map((path) => `\`${path}\``).join(", ");
}
