import { follow } from "../ir/follow-schema.ts";
import type { SchemaNode } from "../ir/schema-graph.ts";
import type { TypeId } from "../ir/type-graph.ts";
import type { ExplainContext } from "./context.ts";
import type { AllOfEffect, AllOfExplanation } from "./explanation.ts";
import { typeWords } from "./type-words.ts";

/** Each `allOf`, or reference with words beside it, that became more than a list of properties. */
export function explainAllOf(
  context: ExplainContext,
): readonly AllOfExplanation[] {
  return [...context.api.schemas.values()].flatMap((schema) => {
    const type = schema.id as string as TypeId;
    if (!context.resolved.types.has(type) || !isIntersection(schema)) return [];
    const effects = effectsOf(schema, type, context);
    if (effects.length === 0) return [];
    const name = context.client.named.get(type)?.name?.name;
    return [{ name, place: context.placeOf(schema.origin), effects }];
  });
}

const contradictions: readonly string[] = [
  "schema/nothing-satisfies",
  "allof/contradiction",
  "allof/cycle",
];

/** `nullable` aside, a schema with one member and nothing beside it is only another word for it. */
const isIntersection = ({ allOf, ref, anyOf, oneOf }: SchemaNode): boolean =>
  allOf.length > 0 || (ref !== undefined && anyOf.length + oneOf.length > 0);

function effectsOf(
  schema: SchemaNode,
  type: TypeId,
  context: ExplainContext,
): readonly AllOfEffect[] {
  const effects: AllOfEffect[] = [];
  const node = context.node(type);
  const inner = node.kind === "nullable" ? context.node(node.of) : node;
  if (inner.kind === "object" && inner.extends.length > 0) {
    const names = inner.extends.map((base) => typeWords(base, context));
    effects.push({ kind: "extends", names });
  }
  if (inner.kind === "union" && hasUnionInside(schema, context))
    effects.push({ kind: "distributed", variants: inner.variants.length });
  for (const { code, message } of context.notesAt(schema.origin)) {
    if (code === "allof/closed-member")
      effects.push({ kind: "closedMember", words: message });
    if (contradictions.includes(code))
      effects.push({ kind: "contradiction", words: message });
    if (code === "union/too-large")
      effects.push({ kind: "intersection", words: message });
  }
  return effects;
}

function hasUnionInside(schema: SchemaNode, { api }: ExplainContext): boolean {
  const isUnion = (node: SchemaNode | undefined) =>
    node !== undefined && node.anyOf.length + node.oneOf.length > 0;
  const members = [
    ...schema.allOf,
    ...(schema.ref === undefined ? [] : [schema.ref]),
  ];
  return (
    isUnion(schema) ||
    members.some((member) =>
      isUnion(api.schemas.get(follow(member, api.schemas))),
    )
  );
}
