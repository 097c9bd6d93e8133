import { verdictOf } from "../4-resolve/unions/verdict.ts";
import { witnessOf } from "../4-resolve/unions/witness.ts";
import type { TypeId, UnionNode } from "../ir/type-graph.ts";
import { outcomeOf } from "../summary.ts";
import type { ExplainContext } from "./context.ts";
import type { PairExplanation, PairState } from "./explanation.ts";
import { namedVariants } from "./named-variants.ts";

/** With more variants than this, a pair's first proof is enough: there are thousands of pairs. */
const exhaustive = 12;
/** After so many searches for a witness that were given up, the other pairs of a union are not searched. */
const mostGivenUp = 10;

/** Every pair of variants: what proves them apart, what suggests it, and a value that both allow. */
export function explainPairs(
  union: UnionNode,
  received: boolean,
  context: ExplainContext,
): readonly PairExplanation[] {
  const variants = namedVariants(union, context.types);
  const first =
    variants.length > exhaustive ? { first: tellingPaths(union) } : {};
  const witness = witnesses(context);
  return variants.flatMap((left, at) =>
    variants.slice(at + 1).map((right, beyond): PairExplanation => {
      const found = verdictOf(left, right, context.types, {
        received,
        ...first,
      });
      const winner = winnerOf(left, right, union);
      const sides = new Set(found.evidence.map(({ of }) => of));
      const state = stateOf(found.proofs.length > 0, winner, sides, union);
      const evidence = found.evidence.map(({ kind, path, of }) => ({
        kind,
        path,
        of: variants.indexOf(of),
      }));
      return {
        left: at,
        right: at + 1 + beyond,
        state,
        winner: winner && variants.indexOf(winner),
        proofs: found.proofs.map(({ by, path }) => ({ kind: by, path })),
        evidence,
        ...(state === "apart" ? { witness: undefined } : witness(left, right)),
      };
    }),
  );
}

/** Looks for the witnesses of one union. */
function witnesses({ types }: ExplainContext) {
  let givenUp = 0;
  return (
    left: TypeId,
    right: TypeId,
  ): Pick<PairExplanation, "witness" | "unsearched"> => {
    const found =
      givenUp === mostGivenUp ? undefined : witnessOf(left, right, types);
    if (found?.isGivenUp === false) return { witness: found.value };
    if (found !== undefined) givenUp += 1;
    return { witness: undefined, unsearched: true };
  };
}

function stateOf(
  proven: boolean,
  winner: TypeId | undefined,
  sides: ReadonlySet<TypeId>,
  { telltale }: UnionNode,
): PairState {
  if (proven) return "apart";
  if (winner !== undefined) return "ranked";
  return sides.size === 2 && outcomeOf(telltale) !== "plain"
    ? "likely"
    : "open";
}

function winnerOf(
  left: TypeId,
  right: TypeId,
  { telltale }: UnionNode,
): TypeId | undefined {
  if (telltale.by !== "elimination") return undefined;
  const wins = (one: TypeId, other: TypeId) =>
    telltale.cases.some(
      ({ variant, over }) => variant === one && over.includes(other),
    );
  return wins(left, right) ? left : wins(right, left) ? right : undefined;
}

function tellingPaths({ telltale }: UnionNode): readonly (readonly string[])[] {
  if (telltale.by === "declared" || telltale.by === "literal")
    return [[telltale.property]];
  if (telltale.by !== "elimination") return [];
  const names = telltale.cases.flatMap(({ tests }) =>
    tests.map(({ wireName }) => wireName),
  );
  return [...new Set(names)].map((name) => [name]);
}
