import type { Json } from "../ir/source.ts";
import type {
  EvidenceKind,
  PairEvidence,
  PairExplanation,
  PairProof,
  PairState,
  ProofKind,
  VariantExplanation,
} from "./explanation.ts";

const itself = "the value";

/** The path of a property, quoted; the value itself has none. */
const at = (path: readonly string[]): string =>
  path.length === 0 ? itself : JSON.stringify(path.join("."));

/** Paths that the same is said of: the first few say enough. */
function atAll(paths: readonly (readonly string[])[]): string {
  const shown = paths.slice(0, 3).map(at);
  const rest = paths.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

const proofs: Readonly<Record<ProofKind, (path: string) => string>> = {
  jsonType: (path) => `${path} has another JSON type`,
  literal: (path) => `${path} has no literal in common`,
  absent: (path) => `${path} is required in one and impossible in the other`,
  items: (path) => `${path} has no item in common`,
  length: (path) => `${path} has another length`,
  prefix: (path) => `${path} begins differently`,
  range: (path) => `${path} lies in another range`,
};

const proofWords = ({ kind, path }: PairProof): string =>
  proofs[kind](at(path));

type Names = (index: number) => string;

const evidences: Readonly<
  Record<EvidenceKind, (path: string, of: string, other: string) => string>
> = {
  presence: (path, of, other) =>
    `${other} requires ${path}, which ${of} does not declare`,
  emptyArray: (path) =>
    `only an empty ${path === itself ? "list" : path} is valid for both`,
  null: (path) => `only null as ${path} is valid for both`,
  otherType: (path) => `${path} differs where it is an object`,
  sharedLiteral: (path) => `${path} has a few literals in common`,
  optionalTag: (path) => `${path} differs where it is there`,
  optionalPresence: (path, of, other) =>
    `${other} requires ${path}, which ${of} may leave out`,
};

/** Evidence in words; what is of one kind and of one variant is said at once. */
function evidenceWords(
  { evidence, left, right }: PairExplanation,
  name: Names,
): readonly string[] {
  const groups = new Map<string, PairEvidence[]>();
  for (const each of evidence) {
    const key = `${each.kind} ${each.of}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const words = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, of } = first;
    const other = of === left ? right : left;
    const paths = atAll(group.map(({ path }) => path));
    return [evidences[kind](paths, name(of), name(other))];
  });
  return [...new Set(words)];
}

/** What kind of reason settles a pair: the first proof, else the first evidence. */
export const kindOf = ({
  state,
  proofs: [proof],
  evidence: [evidence],
}: PairExplanation): ProofKind | EvidenceKind | "specificity" | "nothing" =>
  state === "ranked"
    ? "specificity"
    : state === "open"
      ? "nothing"
      : (proof?.kind ?? evidence?.kind ?? "nothing");

/** One reason for a pair's state, in words. */
export function reasonWords(
  pair: PairExplanation,
  variants: readonly VariantExplanation[],
): readonly string[] {
  const name: Names = (index) => variants[index]?.name ?? "";
  const { state, winner } = pair;
  if (state === "apart") return pair.proofs.map(proofWords);
  if (state === "ranked" && winner !== undefined) {
    const loser = winner === pair.left ? pair.right : pair.left;
    return [
      `${name(winner)} is more specific than ${name(loser)}, and wins where both remain`,
    ];
  }
  const words = evidenceWords(pair, name);
  if (state === "likely") return words;
  return ["nothing tells the two apart", ...words];
}

export const stateWords: Readonly<Record<PairState, string>> = {
  apart: "proven apart",
  ranked: "ranked",
  likely: "told by evidence",
  open: "not told apart",
};

/** What was not looked for, as it would take too long; `undefined` where nothing was left out. */
export function unsearchedWords(
  pairs: readonly PairExplanation[],
): string | undefined {
  const count = pairs.filter(({ unsearched }) => unsearched).length;
  return count === 0
    ? undefined
    : `of ${count} pairs, no value that is valid for both was looked for to the end: there are too many choices inside choices`;
}

/** The witness of a pair, what the doubt is about first: a long one is cut. */
export function tellingFirst({
  witness,
  evidence,
}: PairExplanation): Json | undefined {
  if (typeof witness !== "object" || witness === null) return witness;
  if (Array.isArray(witness)) return witness;
  const telling = new Set(evidence.map(({ path: [name] }) => name));
  const members = Object.entries(witness);
  return Object.fromEntries([
    ...members.filter(([name]) => telling.has(name)),
    ...members.filter(([name]) => !telling.has(name)),
  ]);
}
