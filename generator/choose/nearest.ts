/** The few of these texts that are most like one that is none of them. */
export function nearest(
  text: string,
  candidates: Iterable<string>,
  limit = 3,
): readonly string[] {
  const wanted = pairsOf(text);
  return [...candidates]
    .map((candidate) => ({ candidate, likeness: dice(wanted, candidate) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Sørensen–Dice over pairs of letters: forgives case, plurals, and words that moved. */
function dice(wanted: ReadonlySet<string>, candidate: string): number {
  const pairs = pairsOf(candidate);
  const shared = [...pairs].filter((pair) => wanted.has(pair)).length;
  return (2 * shared) / (wanted.size + pairs.size || 1);
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase();
  return new Set([...plain].map((_, index) => plain.slice(index, index + 2)));
}
