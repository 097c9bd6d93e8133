import { exclusive, type Exclusion } from "../../ir/exclusive.ts";
import type { ObjectNode, TypeId } from "../../ir/type-graph.ts";
import { conditionOf } from "./conditions.ts";
import { asReceived, objectOf, type Nodes } from "./nodes.ts";
import { type Evidence, pathsOf, strikes } from "./strikes.ts";

/** A reason that holds for every value: none is valid for both variants; of variants that are objects, no object is. */
export interface Proof {
  readonly by: Exclusion | "absent";
  /** Of properties; empty where the values themselves differ. */
  readonly path: readonly string[];
}

/** A reason that holds for usual values: one of `of` is usually none of the other variant. */
export interface EvidenceFound {
  readonly kind: Evidence;
  readonly path: readonly string[];
  readonly of: TypeId;
}

/** All that is known of two variants. Evidence is never proof, so the two are kept apart (DESIGN §5.3). */
export interface Verdict {
  readonly proofs: readonly Proof[];
  readonly evidence: readonly EvidenceFound[];
}

export interface VerdictOptions {
  /** What is only ever sent tells nothing about what is received. */
  readonly received: boolean;
  /** Paths to look at first; a proof there ends the search. Without it every path is looked at. */
  readonly first?: readonly (readonly string[])[];
}

/** Compares two variants of a union at their properties, and further down where those tell nothing. */
export function verdictOf(
  left: TypeId,
  right: TypeId,
  types: Nodes,
  { received, first }: VerdictOptions,
): Verdict {
  const nodes = received ? asReceived(types) : types;
  const a = objectOf(left, nodes);
  const b = objectOf(right, nodes);
  if (a === undefined || b === undefined) return whole(left, right, nodes);
  const pair = [a, b];
  if (first !== undefined) {
    const found = atPaths(pair, first, nodes);
    if (found.proofs.length > 0) return found;
  }
  const near = [1, 2].flatMap((length) => pathsOf(pair, length, nodes));
  const found = atPaths(pair, near, nodes);
  return found.proofs.length + found.evidence.length > 0
    ? found
    : atPaths(pair, pathsOf(pair, 3, nodes), nodes);
}

function whole(left: TypeId, right: TypeId, types: Nodes): Verdict {
  const apart = exclusive(
    conditionOf(left, types, 1),
    conditionOf(right, types, 1),
  );
  if (apart === undefined) return { proofs: [], evidence: [] };
  const kind = apart.but;
  if (kind === undefined)
    return { proofs: [{ by: apart.by, path: [] }], evidence: [] };
  return {
    proofs: [],
    evidence: [left, right].map((of) => ({ kind, path: [], of })),
  };
}

function atPaths(
  pair: readonly ObjectNode[],
  paths: readonly (readonly string[])[],
  types: Nodes,
): Verdict {
  const [a, b] = pair as [ObjectNode, ObjectNode];
  const proofs: Proof[] = [];
  const evidence: EvidenceFound[] = [];
  for (const path of paths) {
    for (const [of, tested] of [
      [a, b],
      [b, a],
    ] as const) {
      const found = strikes(of, tested, path, types);
      if (found === undefined) continue;
      // A proof holds both ways: it is said once.
      if (found.kind !== "sound")
        evidence.push({ kind: found.kind, path, of: of.id });
      else if (proofs.at(-1)?.path !== path)
        proofs.push({ by: found.by, path });
    }
  }
  return { proofs, evidence };
}
