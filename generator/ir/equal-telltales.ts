import type { TypeId, UnionNode } from "./type-graph.ts";

/**
 * Whether two unions whose variants are equal, one by one, are told apart in the same way: by the same property, whose
 * values mean the same variants, or by the same tests. Who says so does not count: a discriminator and literals of the
 * variants' own that agree are one. Where nothing narrows, the variants are all there is.
 */
export const equalTelltales = (a: UnionNode, b: UnionNode): boolean =>
  a.telltale === b.telltale ||
  JSON.stringify(told(a)) === JSON.stringify(told(b));

/** How a union is told apart, with its variants by their places. */
function told({ variants, telltale }: UnionNode): unknown {
  const place = (id: TypeId) => variants.indexOf(id);
  switch (telltale.by) {
    case "declared":
    case "literal":
      return {
        property: telltale.property,
        // The order in which a discriminator lists its keys means nothing.
        cases: inOrder(
          telltale.cases.map(({ variant, values }) => ({
            at: place(variant),
            values: values.map((value) => JSON.stringify(value)).sort(),
          })),
        ),
        otherwise: telltale.otherwise && place(telltale.otherwise),
      };
    case "elimination":
      return inOrder(
        telltale.cases.map(({ variant, tests, over }) => ({
          at: place(variant),
          tests,
          over: over.map(place),
        })),
      );
    case "jsonType":
    case "nothing":
      return undefined;
    default:
      return telltale satisfies never;
  }
}

const inOrder = <T extends { readonly at: number }>(
  cases: readonly T[],
): readonly T[] => cases.toSorted((a, b) => a.at - b.at);
