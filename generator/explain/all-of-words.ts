import type { AllOfEffect } from "./explanation.ts";

/** What became of an `allOf`, in words. */
export function allOfWords(effect: AllOfEffect): string {
  switch (effect.kind) {
    case "extends":
      return `extends ${effect.names.join(", ")}`;
    case "distributed":
      return `the union inside is written out: ${effect.variants} variants`;
    case "closedMember":
    case "contradiction":
    case "intersection":
      return effect.words;
    default:
      return effect satisfies never;
  }
}
