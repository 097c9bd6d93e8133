import type { kindOf } from "../pair-words.ts";

type Kind = ReturnType<typeof kindOf>;

/** How a pair's reason looks in a matrix: a letter for those who do not see its colour. */
export interface PairKind {
  readonly letter: string;
  readonly name: string;
  /** Proof is filled, specificity too, evidence hatched, nothing crossed. */
  readonly style: "proof" | "rank" | "evidence" | "open";
}

const proof = (letter: string, name: string): PairKind => ({
  letter,
  name,
  style: "proof",
});
const evidence = (letter: string, name: string): PairKind => ({
  letter,
  name,
  style: "evidence",
});

export const pairKinds: Readonly<Record<Kind, PairKind>> = {
  literal: proof("L", "literals differ"),
  jsonType: proof("T", "JSON types differ"),
  absent: proof("A", "required against impossible"),
  items: proof("I", "items differ"),
  length: proof("N", "lengths differ"),
  prefix: proof("P", "beginnings differ"),
  range: proof("R", "ranges differ"),
  specificity: {
    letter: "S",
    name: "the more specific one wins",
    style: "rank",
  },
  presence: evidence("p", "required here, not declared there"),
  emptyArray: evidence("e", "all but an empty list"),
  null: evidence("n", "all but null"),
  otherType: evidence("y", "differs where it is an object"),
  sharedLiteral: evidence("s", "a few literals are shared"),
  optionalTag: evidence("t", "the tag may be absent"),
  optionalPresence: evidence("o", "may be left out"),
  nothing: { letter: "×", name: "nothing tells them apart", style: "open" },
};
