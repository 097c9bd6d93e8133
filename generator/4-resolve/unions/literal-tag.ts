import type {
  LiteralCase,
  ObjectNode,
  Scalar,
  Telltale,
} from "../../ir/type-graph.ts";
import { propertyOf, type Nodes } from "./nodes.ts";

/**
 * One property in every variant, whose literals no two variants share: a `switch` narrows.
 *
 * @param optional whether the tag may be absent; what lacks it then falls to `default`
 */
export function byLiteral(
  variants: readonly ObjectNode[],
  types: Nodes,
  { optional }: { readonly optional: boolean },
): Telltale | undefined {
  const [first] = variants;
  const candidates = (first?.properties ?? []).flatMap(({ wireName }) => {
    const cases = variants.flatMap((variant): LiteralCase[] => {
      const values = literalsOf(variant, wireName, types, optional);
      return values === undefined ? [] : [{ variant: variant.id, values }];
    });
    return cases.length === variants.length && disjoint(cases)
      ? [{ property: wireName, cases }]
      : [];
  });
  const best = candidates.sort((a, b) => rank(a.cases) - rank(b.cases))[0];
  return best && { by: "literal", ...best };
}

/** Lower is better: one string each, then several strings, then numbers, then booleans. */
function rank(cases: readonly LiteralCase[]): number {
  const values = cases.flatMap((each) => each.values);
  const scalar = values.every((value) => typeof value === "string")
    ? 0
    : values.every((value) => typeof value === "number")
      ? 1
      : 2;
  return scalar * 1_000_000 + values.length;
}

/** The literals of a property, which the variant requires unless `optional` says it need not. */
export function literalsOf(
  variant: ObjectNode,
  wireName: string,
  types: Nodes,
  optional: boolean,
): readonly Scalar[] | undefined {
  const property = propertyOf(variant, wireName);
  if (property === undefined || (!property.required && !optional))
    return undefined;
  const node = types.node(property.type);
  return node.kind === "enum" && !node.open ? node.values : undefined;
}

export function disjoint(
  cases: readonly Pick<LiteralCase, "values">[],
): boolean {
  const seen = new Set<Scalar>();
  for (const value of cases.flatMap((each) => each.values)) {
    if (seen.has(value)) return false;
    seen.add(value);
  }
  return true;
}
