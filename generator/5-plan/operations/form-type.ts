import type {
  InterfaceDeclaration,
  Name,
  PropertyPlan,
  TypeExpr,
} from "../../ir/declaration-plan.ts";
import type { MediaType, PropertyEncoding } from "../../ir/openapi.ts";
import type { ObjectNode, Property, TypeId } from "../../ir/type-graph.ts";
import type { Resolved } from "../../ir/resolved.ts";
import { docsOf } from "../docs.ts";
import type { TypeModel } from "../types/model.ts";
import {
  propertyPlan,
  typeExpr,
  visibleProperties,
} from "../types/type-expr.ts";
import type { View } from "../types/usage.ts";
import { partType, type PartType } from "./part-type.ts";

interface Described {
  readonly media: MediaType;
  readonly resolved: Resolved;
}

interface PartContext extends Described {
  readonly model: TypeModel;
  readonly view: View;
  /** What a file is to whoever has the body. */
  readonly file: TypeExpr;
}

interface FormContext extends PartContext {
  /** Claims a name for the form's own type, where that is to have one. */
  readonly claim: (() => Name) | undefined;
}

/** The type of a multipart body, with a declaration of its own where parts differ from what they are in JSON. */
export function formType(
  type: TypeId,
  context: FormContext,
): {
  readonly type: TypeExpr;
  readonly form: InterfaceDeclaration | undefined;
} {
  const { claim, resolved } = context;
  const node = resolved.types.get(type);
  if (
    node?.kind !== "object" ||
    claim === undefined ||
    !hasOwnParts(type, context)
  )
    return { type: inline(type, context), form: undefined };
  const name = claim();
  return {
    type: { kind: "name", name },
    form: {
      kind: "interface",
      name,
      extends: [],
      properties: partPlans(node, context),
      index:
        node.additional === undefined && node.patterns === undefined
          ? undefined
          : { kind: "keyword", keyword: "unknown" },
      docs: docsOf(node.annotations, {}, name.name),
    },
  };
}

/** What parses a form keeps no headers of its parts. */
export const asReceived = (media: MediaType): MediaType => ({
  ...media,
  encoding: media.encoding.map((each) => ({ ...each, headers: [] })),
});

/** Whether some part of the body is not what the same property is in JSON. */
export function hasOwnParts(type: TypeId, context: Described): boolean {
  const node = context.resolved.types.get(type);
  switch (node?.kind) {
    case "nullable":
      return hasOwnParts(node.of, context);
    case "union":
      return node.variants.some((variant) => hasOwnParts(variant, context));
    case "object":
      return node.properties.some(
        (property) =>
          encodingOf(property, context)?.headers.length ||
          partOf(property, context) !== undefined,
      );
    default:
      return false;
  }
}

function inline(type: TypeId, context: PartContext): TypeExpr {
  const node = context.resolved.types.get(type);
  if (node === undefined || !hasOwnParts(type, context))
    return typeExpr(type, context.view, context.model);
  switch (node.kind) {
    case "nullable":
      return {
        kind: "union",
        members: [
          inline(node.of, context),
          { kind: "keyword", keyword: "null" },
        ],
      };
    case "union":
      return {
        kind: "union",
        members: node.variants.map((variant) => inline(variant, context)),
      };
    case "object":
      return { kind: "object", properties: partPlans(node, context) };
    default:
      return typeExpr(type, context.view, context.model);
  }
}

const encodingOf = (
  { wireName }: Property,
  { media }: Described,
): PropertyEncoding | undefined =>
  media.encoding.find(({ property }) => property === wireName);

const partOf = (property: Property, context: Described): PartType | undefined =>
  partType(property.type, encodingOf(property, context), context.resolved);

const partPlans = (
  node: ObjectNode,
  context: PartContext,
): readonly PropertyPlan[] =>
  visibleProperties(node.properties, context.view, context.model).map(
    (property) => {
      const plan = propertyPlan(property, context.view, context.model);
      const part = partOf(property, context);
      const type = part === undefined ? plan.type : exprOf(part, context);
      return {
        ...plan,
        type: withHeaders(type, encodingOf(property, context)),
      };
    },
  );

function exprOf(part: PartType, context: PartContext): TypeExpr {
  switch (part.kind) {
    case "unchanged":
      return typeExpr(part.type, context.view, context.model);
    case "file":
      return context.file;
    case "expr":
      return part.expr;
    case "array":
      return { kind: "array", items: exprOf(part.items, context) };
    case "union":
      return {
        kind: "union",
        members: part.members.map((member) => exprOf(member, context)),
      };
    default:
      return part satisfies never;
  }
}

/** A part whose headers are described may come with them; it must, if one of them is required. */
function withHeaders(
  type: TypeExpr,
  encoding: PropertyEncoding | undefined,
): TypeExpr {
  if (encoding === undefined || encoding.headers.length === 0) return type;
  if (type.kind === "array")
    return { kind: "array", items: withHeaders(type.items, encoding) };
  const headers = encoding.headers.map((header): PropertyPlan => ({
    name: header.name,
    optional: !header.required,
    readonly: false,
    type: {
      kind: "union",
      members: [
        { kind: "keyword", keyword: "string" },
        { kind: "keyword", keyword: "number" },
        { kind: "keyword", keyword: "boolean" },
      ],
    },
    docs: { description: header.description },
  }));
  const both: TypeExpr = {
    kind: "name",
    name: {
      name: "PartWithHeaders",
      module: "runtime/part-styles",
      typeOnly: true,
    },
    args: [type, { kind: "object", properties: headers }],
  };
  return encoding.headers.some(({ required }) => required)
    ? both
    : { kind: "union", members: [type, both] };
}
