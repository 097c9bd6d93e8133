import type {
  Declaration,
  InterfaceDeclaration,
  Name,
  PropertyPlan,
  TypeExpr,
} from "../../ir/declaration-plan.ts";
import type { TypeId, UnionNode } from "../../ir/type-graph.ts";
import { nativeArm } from "./native-arm.ts";
import { docsOf } from "../docs.ts";
import type { Bases } from "./bases.ts";
import { declareGuarded, isGuarded } from "./declare-guards.ts";
import type { GuardNames } from "./guard-names.ts";
import type { TypeModel } from "./model.ts";
import { besideLiterals, indexed, typeExpr } from "./type-expr.ts";
import { armInterface } from "./union-arm.ts";
import {
  isTaggedHere,
  tagName,
  tagProperty,
  tellingProperties,
} from "./union-tag.ts";
import type { View } from "./usage.ts";

/** A union's alias and, where values can come that it does not know, the arm for them. */
export function declareUnion(
  union: UnionNode,
  view: View,
  name: Name,
  bases: Bases,
  guards: GuardNames,
  model: TypeModel,
): readonly Declaration[] {
  const members = besideLiterals(
    union.variants,
    union.variants.map((variant) => memberExpr(union, variant, view, model)),
    model,
  );
  if (isGuarded(union, view, model))
    return declareGuarded(union, name, bases, guards, model);
  const arm = armOf(union, view, name, bases, model);
  const docs = { ...docsOf(union.annotations, {}, name.name), note: arm?.note };
  const known = [
    ...members,
    ...(view === "input" ? armsOfListed(union, model) : []),
  ];
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
    origin: union.origin,
    union: union.id,
  };
  return arm === undefined ? [alias] : [alias, arm.declaration, ...arm.more];
}

/**
 * The arms of the unions that are received and that this one lists: what came as one of them goes back, also
 * where this client does not know what it is.
 */
function armsOfListed(union: UnionNode, model: TypeModel): readonly TypeExpr[] {
  const own = isTaggedHere(union, model) ? tagName(union, model) : undefined;
  const listed = model.usage.returned.listed.get(union.id) ?? [];
  return listed.map(model.node).flatMap((other) => {
    const name = model.nameOf(other.id, "output");
    // An arm of the same tag takes both.
    return name === undefined ||
      other.kind !== "union" ||
      (isTaggedHere(other, model) && tagName(other, model) === own)
      ? []
      : [{ kind: "name", name: model.armNameOf(name) }];
  });
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

function memberExpr(
  union: UnionNode,
  variant: TypeId,
  view: View,
  model: TypeModel,
): TypeExpr {
  const type = indexed(typeExpr(variant, view, model));
  const literals = literalTag(union, variant, model);
  if (literals !== undefined)
    return {
      kind: "intersection",
      members: [type, { kind: "object", properties: [literals] }],
    };
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

/**
 * The tag of a variant in this union, where its own type says less: the component may stand under other
 * discriminators as well, which call it otherwise, be what others inherit, have no tag, or be what any other tag means.
 */
function literalTag(
  { telltale }: UnionNode,
  variant: TypeId,
  model: TypeModel,
): PropertyPlan | undefined {
  if (telltale.by !== "declared" && telltale.by !== "literal") return undefined;
  const { property, cases, otherwise } = telltale;
  const found = cases.find((each) => each.variant === variant);
  const object = model.node(variant);
  if (found === undefined || object.kind !== "object") return undefined;
  const own = object.properties.find(({ wireName }) => wireName === property);
  const type = own && model.node(own.type);
  const isDefault = variant === otherwise;
  // What has no tag is then of the default, and so is null (OAS 3.2 §4.25).
  const isTagged = otherwise !== undefined && !isDefault;
  const isNull = type?.kind === "nullable" && !isTagged;
  const tag = type?.kind === "nullable" ? model.node(type.of) : type;
  const isSame =
    tag?.kind === "enum" &&
    tag.values.length === found.values.length &&
    (type === tag || isNull) &&
    (own?.required === true || !isTagged);
  if (!isDefault && isSame) return undefined;
  const literals = found.values.map((value): TypeExpr => ({
    kind: "literal",
    value,
  }));
  const isRequired = own === undefined ? !isDefault : own.required || isTagged;
  return {
    name: property,
    optional: !isRequired,
    readonly: false,
    type: {
      kind: "union",
      members: [
        ...literals,
        ...(isDefault ? [unrecognized] : []),
        ...(isNull ? [nullType] : []),
      ],
    },
    docs: {},
  };
}

const nullType: TypeExpr = { kind: "keyword", keyword: "null" };

const unrecognized: TypeExpr = {
  kind: "name",
  name: { name: "Unrecognized", module: "runtime/union", typeOnly: true },
};

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
  const native = union.telltale.by !== "elimination";
  return {
    declaration: {
      ...armInterface(union, view, name, tag, bases, model),
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
  const arm = model.openUnions ? nativeArm(union) : undefined;
  if (arm === undefined) return undefined;
  return {
    name: arm.property,
    optional: false,
    readonly: false,
    type: {
      kind: "name",
      name: { name: arm.type, module: "runtime/union", typeOnly: true },
    },
    docs: {},
  };
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
