import type { Proof } from "../../generator/4-resolve/unions/verdict.ts";
import type { Json } from "../../generator/ir/source.ts";
import type { TypeId } from "../../generator/ir/type-graph.ts";
import {
  nodeIn,
  parts,
  placeOf,
  placesOf,
  unionNode,
  type Parts,
} from "./deciders.ts";
import { ignore } from "./document.ts";
import type { Pairs } from "./pairs.ts";
import type { InDocument } from "./run.ts";
import { isSchema, type GeneratedUnion } from "./schema.ts";

/** A value that is valid for two variants, and what is said to prove that there is none. */
export interface Refuted {
  readonly proofs: readonly Proof[];
  readonly value: Json;
  readonly union: GeneratedUnion;
  readonly left: number;
  readonly right: number;
}

export interface Verdicts {
  readonly refuted: readonly Refuted[];
  /** For each pair with proofs, their kinds. */
  readonly proven: readonly (readonly string[])[];
  /** How many pairs without a proof have a value in common. */
  readonly shared: number;
  /** How many have neither a proof nor a value that is known to be valid for both. */
  readonly open: number;
}

/** Holds each proof that two variants have no value in common against the values that both allow. */
export function verdictsOn(
  { cases, api }: InDocument<Pairs>,
  using: Parts = parts,
): Verdicts {
  const resolved = using.resolve(api, ignore);
  const types = { node: nodeIn(resolved.types) };
  const refuted: Refuted[] = [];
  const proven: (readonly string[])[] = [];
  const unproven = { shared: 0, open: 0 };
  cases.forEach(({ union, pairs }, index) => {
    const places = placesOf(union, index);
    const whole = (unionNode(index, resolved)?.variants ?? []).filter(isWhole);
    const variantAt = (place: number) =>
      whole.find((variant) => placeOf(variant, places) === place);
    for (const { left, right, shared } of pairs) {
      const [a, b] = [variantAt(left), variantAt(right)];
      if (a === undefined || b === undefined) continue;
      const { proofs } = using.verdictOf(a, b, types, { received: true });
      // Objects are told apart among objects, whatever else a schema without a type allows.
      const areObjects = [a, b].every((id) => types.node(id).kind === "object");
      const value = shared.find((each) => !areObjects || isSchema(each));
      if (proofs.length > 0) {
        proven.push([...new Set(proofs.map(({ by }) => by))]);
        if (value !== undefined)
          refuted.push({ proofs, value, union, left, right });
      } else unproven[value === undefined ? "open" : "shared"] += 1;
    }
  });
  return { refuted, proven, ...unproven };
}

/** Whether a type is all that became of a variant: of a choice, or of several types, equal ones became one. */
const isWhole = (variant: TypeId): boolean =>
  !/\/(type|oneOf|anyOf)\//.test(variant.replace(/\/U\d+\/\w+\/\d+/, ""));

/** As a reader can try it. */
export const refutedInWords = ({
  proofs,
  value,
  union,
  left,
  right,
}: Refuted): string =>
  [
    `${JSON.stringify(value)} is valid for both, which are proven apart by`,
    ...proofs.map(({ by, path }) => `  ${by} at ${path.join(".")}`),
    ...[union.variants[left], union.variants[right], union.components].map(
      (each) => JSON.stringify(each),
    ),
  ].join("\n");
