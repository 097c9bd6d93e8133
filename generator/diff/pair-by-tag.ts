import { atomKey, atomsOf, type ObjectAtom } from "./atoms.ts";
import type { Comparison } from "./comparison.ts";
import type { Side } from "./side.ts";

/**
 * Whether two variants have a literal of the same tag: a property that has literals in every variant of both
 * unions, no two of one union alike.
 */
export function pairByTag(
  left: readonly ObjectAtom[],
  right: readonly ObjectAtom[],
  { old, new: now }: Comparison,
): (a: ObjectAtom, b: ObjectAtom) => boolean {
  const names = [...(left[0]?.properties.keys() ?? [])];
  const tag = names.find(
    (name) => tells(name, left, old) && tells(name, right, now),
  );
  if (tag === undefined) return () => false;
  return (a, b) => {
    const values = literalsOf(b, tag, now);
    return literalsOf(a, tag, old).some((value) => values.includes(value));
  };
}

function tells(
  name: string,
  variants: readonly ObjectAtom[],
  side: Side,
): boolean {
  const all = variants.map((variant) => literalsOf(variant, name, side));
  return (
    all.every((values) => values.length > 0) &&
    new Set(all.flat()).size === all.flat().length
  );
}

/** The literals of a property, none where it may be anything else. */
function literalsOf(
  { properties }: ObjectAtom,
  name: string,
  side: Side,
): readonly string[] {
  const type = properties.get(name)?.type;
  const atoms = type === undefined ? [] : atomsOf(type, side);
  const isLiteral = atoms.every(
    ({ kind }) => kind === "literal" || kind === "opaque",
  );
  return isLiteral ? atoms.map(atomKey) : [];
}
