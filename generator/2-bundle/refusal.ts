import type { Related, Report } from "../diagnostics/diagnostic.ts";

/** Why there is no document where a reference leads. */
export type Refusal =
  | {
      readonly kind: "refused";
      readonly code: "load/reference-not-found" | "load/reference-refused";
      /** The missing file, or the rule that keeps it from being read. */
      readonly why: string;
    }
  /** It was read, and is no document. */
  | { readonly kind: "broken"; readonly replay: Replay };

/** Reports what was wrong with a file, beside the reference that led to it. */
export type Replay = (report: Report, referrer: Related) => void;

export const refuse = (why: string): Refusal => ({
  kind: "refused",
  code: "load/reference-refused",
  why,
});
