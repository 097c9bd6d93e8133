import type { Contradiction, TypeId, TypeNode } from "../ir/type-graph.ts";
import type { Types } from "./types.ts";

/**
 * The types that no value is of, each with a contradiction that is why: `never`, and what has to have such a value inside.
 * A type that is impossible only by being endless is not among them.
 */
export function findImpossible(
  ids: readonly TypeId[],
  types: Pick<Types, "node">,
): ReadonlyMap<TypeId, Contradiction> {
  const found = new Map<TypeId, Contradiction>();
  const nodes = ids.map((id) => types.node(id));
  // Without one that is impossible by itself, none is for what is inside.
  let left = nodes.filter(({ kind }) => kind === "never");
  for (let before = -1; before < found.size; left = nodes) {
    before = found.size;
    for (const node of left) {
      const why = found.has(node.id) ? undefined : whyImpossible(node, found);
      if (why !== undefined) found.set(node.id, why);
    }
  }
  return found;
}

function whyImpossible(
  node: TypeNode,
  found: ReadonlyMap<TypeId, Contradiction>,
): Contradiction | undefined {
  const within = (words: string, id: TypeId | undefined) => {
    const inner = id === undefined ? undefined : found.get(id);
    return inner && { ...inner, why: `${words}, and ${inner.why}` };
  };
  const { minItems = 0, minProperties = 0 } = node.constraints;
  switch (node.kind) {
    case "never":
      return (
        node.because ?? { why: "nothing is allowed there", at: node.origin }
      );
    case "object": {
      const property = node.properties.find(
        // What is only sent, or only received, is not there the other way round.
        ({ type, required, access }) =>
          required && access === "both" && found.has(type),
      );
      const name = JSON.stringify(property?.wireName);
      return within(`property ${name} is required`, property?.type);
    }
    case "array":
      return minItems > 0
        ? within("there is at least one item", node.items)
        : undefined;
    case "record":
      return minProperties > 0
        ? within("there is at least one property", node.values)
        : undefined;
    case "tuple": {
      const items = node.items.slice(0, node.required);
      const place = items.findIndex((item) => found.has(item));
      return within(`item ${place + 1} has to be there`, items[place]);
    }
    case "union": {
      const all = node.variants.flatMap((variant) => found.get(variant) ?? []);
      const [first] = all;
      return first !== undefined && all.length === node.variants.length
        ? { why: listed(all), at: first.at }
        : undefined;
    }
    case "intersection": {
      const member = node.members.find((each) => found.has(each));
      return member && found.get(member);
    }
    case "nullable":
    case "unknown":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
    case "enum":
      return undefined;
    default:
      return node satisfies never;
  }
}

const mostReasons = 3;

/** Several reasons why nothing is left, in words. */
export function listed(contradictions: readonly { why: string }[]): string {
  const all = [...new Set(contradictions.map(({ why }) => why))];
  const said = all.slice(0, mostReasons).join("; ");
  return all.length > mostReasons ? `${said}; …` : said;
}
