import type { NamedType } from "../ir/client-plan.ts";
import type { Telltale, UnionNode } from "../ir/type-graph.ts";
import { adviseNative } from "./advice.ts";
import type { ExplainContext } from "./context.ts";
import { decisionTree, testWords } from "./decision-tree.ts";
import type {
  TelltaleExplanation,
  UnionExplanation,
  VariantExplanation,
} from "./explanation.ts";
import { explainPairs } from "./pairs.ts";
import { typeWords } from "./type-words.ts";
import { outcomeOf } from "../summary.ts";

/** Every union of the graph, equal ones under one name once, in the order of the description. */
export function explainUnions(
  context: ExplainContext,
): readonly UnionExplanation[] {
  const groups = new Map<string, UnionNode[]>();
  for (const node of context.resolved.types.values()) {
    if (node.kind !== "union") continue;
    const name = context.client.named.get(node.id)?.name;
    const key = name === undefined ? node.id : `${name.module}\n${name.name}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [node]);
    else known.push(node);
  }
  return [...groups.values()]
    .map((group) => explainUnion(group, context))
    .sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
}

function explainUnion(
  group: readonly UnionNode[],
  context: ExplainContext,
): UnionExplanation {
  // What is received is told apart; the same union in a request need not be.
  const isReceived = ({ id }: UnionNode) =>
    context.client.named.get(id)?.received === true;
  const union = (group.find(isReceived) ?? group[0]) as UnionNode;
  const named = context.client.named.get(union.id);
  const received = isReceived(union);
  const pairs = explainPairs(union, received, context);
  const variants = explainVariants(union, named, context);
  const found = outcomeOf(union.telltale);
  // What is only sent gets no tag.
  const outcome = found === "tagged" && !received ? "plain" : found;
  return {
    name: named?.name?.name,
    place: context.placeOf(union.origin),
    also: group
      .filter((other) => other !== union)
      .map(({ origin }) => context.placeOf(origin)),
    outcome,
    received,
    telltale: telltaleOf(union.telltale, named),
    variants,
    tree: decisionTree(union, context),
    pairs,
    advice: adviseNative({ union, outcome, variants, pairs }, context),
    notes: context.notesAt(union.origin, "/discriminator", "/oneOf", "/anyOf"),
  };
}

function telltaleOf(
  telltale: Telltale,
  named: NamedType | undefined,
): TelltaleExplanation {
  switch (telltale.by) {
    case "declared":
    case "literal":
      return { by: telltale.by, property: telltale.property };
    case "jsonType":
      return { by: "jsonType" };
    case "nothing": {
      const { by, intersected } = telltale;
      return { by, ...(intersected && { intersected }) };
    }
    case "elimination": {
      const names = telltale.cases.flatMap(({ tests }) =>
        tests.map(({ wireName }) => wireName),
      );
      return {
        by: "elimination",
        tag: named?.tag,
        properties: [...new Set(names)],
      };
    }
    default:
      return telltale satisfies never;
  }
}

function explainVariants(
  { variants, telltale }: UnionNode,
  named: NamedType | undefined,
  context: ExplainContext,
): readonly VariantExplanation[] {
  return variants.map((id, index): VariantExplanation => {
    const literal =
      telltale.by === "declared" || telltale.by === "literal"
        ? telltale.cases.find(({ variant }) => variant === id)
        : undefined;
    const struck =
      telltale.by === "elimination"
        ? telltale.cases.find(({ variant }) => variant === id)
        : undefined;
    return {
      name: typeWords(id, context),
      label: named?.labels[index] ?? `variant${index + 1}`,
      place: context.placeOf(context.node(id).origin),
      values: literal?.values ?? [],
      tests: (struck?.tests ?? []).map(({ wireName, required, condition }) => ({
        property: wireName,
        required,
        words: testWords(required, condition),
      })),
      over: (struck?.over ?? []).map((other) => variants.indexOf(other)),
    };
  });
}
