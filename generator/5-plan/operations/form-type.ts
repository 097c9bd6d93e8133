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
import { partType, type PartType } from "./part-type.ts";

interface Described {
  readonly media: MediaType;
  readonly resolved: Resolved;
}

interface FormContext extends Described {
  readonly model: TypeModel;
  /** Claims a name for the form's own type. */
  readonly claim: () => Name;
}

/** The type of a multipart body, with a declaration of its own where parts differ from what they are in JSON. */
export function formType(
  type: TypeId,
  context: FormContext,
): {
  readonly type: TypeExpr;
  readonly form: InterfaceDeclaration | undefined;
} {
  const { model, resolved } = context;
  const node = resolved.types.get(type);
  if (node === undefined || !hasOwnParts(type, context))
    return { type: typeExpr(type, "input", model), form: undefined };
  if (node.kind !== "object")
    return { type: inline(type, context), form: undefined };
  const name = context.claim();
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

function inline(type: TypeId, context: FormContext): TypeExpr {
  const node = context.resolved.types.get(type);
  if (node === undefined || !hasOwnParts(type, context))
    return typeExpr(type, "input", context.model);
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
      return typeExpr(type, "input", context.model);
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
  context: FormContext,
): readonly PropertyPlan[] =>
  visibleProperties(node.properties, "input", context.model).map((property) => {
    const plan = propertyPlan(property, "input", context.model);
    const part = partOf(property, context);
    const type = part === undefined ? plan.type : exprOf(part, context.model);
    return { ...plan, type: withHeaders(type, encodingOf(property, context)) };
  });

function exprOf(part: PartType, model: TypeModel): TypeExpr {
  switch (part.kind) {
    case "unchanged":
      return typeExpr(part.type, "input", model);
    case "expr":
      return part.expr;
    case "array":
      return { kind: "array", items: exprOf(part.items, model) };
    case "union":
      return {
        kind: "union",
        members: part.members.map((member) => exprOf(member, model)),
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
