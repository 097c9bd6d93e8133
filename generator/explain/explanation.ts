import type { Code } from "../diagnostics/catalog.ts";
import type { Severity } from "../diagnostics/definition.ts";
import type { PageRule } from "../ir/page-rule.ts";
import type { Json } from "../ir/source.ts";
import type { Scalar } from "../ir/type-graph.ts";
import type { Outcome } from "../summary.ts";

/** Every decision about one API that a reader of its client may ask about, as data (DESIGN §3). */
export interface Explanation {
  readonly title: string;
  readonly version: string;
  /** The description's path. */
  readonly source: string;
  readonly operations: number;
  /** In the order of the description. */
  readonly unions: readonly UnionExplanation[];
  readonly allOf: readonly AllOfExplanation[];
  readonly pages: readonly PagesExplanation[];
  /** Lists that speak of pages and got no rule for them. */
  readonly unpaged: readonly UnpagedExplanation[];
  /** All lists that got no rule for pages, those that speak of none included. */
  readonly lists: number;
}

/** Where something was written. Line and column count from 1; `undefined` where nothing can be read. */
export interface Place {
  readonly source: string;
  readonly pointer: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

export interface UnionExplanation {
  /** Its name in TypeScript; `undefined` where it is written out. */
  readonly name: string | undefined;
  readonly place: Place;
  /** Equal unions that share the name. */
  readonly also: readonly Place[];
  readonly outcome: Outcome;
  /** Whether a response leads there; what is only sent is never decoded. */
  readonly received: boolean;
  readonly telltale: TelltaleExplanation;
  readonly variants: readonly VariantExplanation[];
  /** How a value finds its variant; `undefined` where nothing tells the variants apart. */
  readonly tree: DecisionTree | undefined;
  /** Every pair of variants, by their indexes. */
  readonly pairs: readonly PairExplanation[];
  /** What the description's author could add to make it a native union, best first. */
  readonly advice: readonly Advice[];
  readonly notes: readonly Note[];
}

export type TelltaleExplanation =
  | { readonly by: "declared" | "literal"; readonly property: string }
  | { readonly by: "jsonType" }
  /** `intersected`: it would get a tag, were it not a member of an intersection. */
  | { readonly by: "nothing"; readonly intersected?: true }
  | {
      readonly by: "elimination";
      /** The property that the client adds; `undefined` where nothing is decoded. */
      readonly tag: string | undefined;
      /** The properties that the decoder looks at. */
      readonly properties: readonly string[];
    };

export interface VariantExplanation {
  /** Its name in TypeScript, or the type in words. */
  readonly name: string;
  /** What a decoder calls it. */
  readonly label: string;
  readonly place: Place;
  /** The values of the telltale's property that mean it. */
  readonly values: readonly Scalar[];
  /** What a value of this variant has to meet, in words: one that fails is none of it. */
  readonly tests: readonly TestExplanation[];
  /** Indexes of the variants that this one wins over where both remain. */
  readonly over: readonly number[];
}

export interface TestExplanation {
  readonly property: string;
  readonly required: boolean;
  /** `is a list of "call.ringing"`; reads after the property's name. */
  readonly words: string;
}

/**
 * A value goes down every branch whose condition it meets. One leaf reached names it; none, or
 * several of which no variant wins, leave it unrecognized.
 */
export type DecisionTree =
  | {
      readonly kind: "leaf";
      readonly variants: readonly number[];
      /** What is left to check of a single variant: `resourceIds is there`. */
      readonly also: readonly string[];
    }
  | {
      readonly kind: "look";
      /** The property looked at; `undefined` is the JSON type of the value itself. */
      readonly property: string | undefined;
      readonly branches: readonly Branch[];
    }
  /** No one property splits the variants: each is tried by what only it asks. */
  | { readonly kind: "try"; readonly branches: readonly Branch[] };

export interface Branch {
  /** Reads after the property's name; of a `try` it has the name in it. */
  readonly words: string;
  readonly tree: DecisionTree;
}

/**
 * apart: no value is valid for both, proven. ranked: one variant wins over the other. likely: told by
 * evidence, so a usual value is named and an unusual one is unrecognized. open: nothing tells them.
 */
export type PairState = "apart" | "ranked" | "likely" | "open";

export interface PairExplanation {
  readonly left: number;
  readonly right: number;
  readonly state: PairState;
  /** Of a ranked pair. */
  readonly winner: number | undefined;
  /** Sound: each holds for every value. */
  readonly proofs: readonly PairProof[];
  /** Not proof: each holds for usual values. */
  readonly evidence: readonly PairEvidence[];
  /** A value valid for both; `undefined` where there is none, or none could be built. */
  readonly witness: Json | undefined;
  /** There may be a witness: the search was given up as too long, or left out after several of the union were. */
  readonly unsearched?: true;
}

export type ProofKind =
  "jsonType" | "literal" | "absent" | "items" | "length" | "prefix" | "range";

export type EvidenceKind =
  | "presence"
  | "emptyArray"
  | "null"
  | "otherType"
  | "sharedLiteral"
  | "optionalTag"
  | "optionalPresence";

export interface PairProof {
  readonly kind: ProofKind;
  /** Property names; empty where the values themselves differ. */
  readonly path: readonly string[];
}

export interface PairEvidence {
  readonly kind: EvidenceKind;
  readonly path: readonly string[];
  /** The variant whose usual values are none of the other's. */
  readonly of: number;
}

export interface Advice {
  readonly words: string;
  /** What to add, as lines of YAML, and where. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly variant: number;
  readonly yaml: string;
}

/** A diagnostic about this very place. */
export interface Note {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** What became of an `allOf` that is more than a list of properties. */
export interface AllOfExplanation {
  readonly name: string | undefined;
  readonly place: Place;
  readonly effects: readonly AllOfEffect[];
}

export type AllOfEffect =
  /** Members that have become `extends`. */
  | { readonly kind: "extends"; readonly names: readonly string[] }
  /** A member with `additionalProperties: false`, read as if it were open to what the others declare. */
  | { readonly kind: "closedMember"; readonly words: string }
  | { readonly kind: "contradiction"; readonly words: string }
  | { readonly kind: "distributed"; readonly variants: number }
  | { readonly kind: "intersection"; readonly words: string };

export interface PagesExplanation {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly place: Place;
  /** The exported function. */
  readonly name: string;
  readonly style: PageRule["style"];
  /** Who declares the rule; or the request's side, then the response's, each in words. */
  readonly evidence: readonly string[];
}

export interface UnpagedExplanation {
  readonly method: string;
  readonly path: string;
  readonly place: Place;
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** The entry of `pagination` in the config that would declare a rule. */
  readonly declaration: string;
}
