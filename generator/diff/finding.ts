import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place } from "../explain/explanation.ts";
import type { SourceText } from "../ir/source.ts";
import type { ChangeId } from "./rules.ts";

/**
 * breaking: some caller's code stops compiling, or fails where it did not. widening: safe at run time
 * and for code with a default branch; code that is exhaustive over a union stops compiling. compatible:
 * no caller notices. unknown: it depends on what callers do, or could not be decided.
 */
export type Level = "breaking" | "unknown" | "widening" | "compatible";

/** What a package of the client has to raise; what cannot be decided counts as breaking. */
export type Semver = "major" | "minor" | "patch" | "none";

/** received: what the API sends. sent: what callers write. */
export type Direction = "received" | "sent";

/** One change, and what it means to callers. */
export interface Finding {
  readonly change: ChangeId;
  readonly level: Level;
  /** Of this change alone. */
  readonly semver: Exclude<Semver, "none">;
  /** `undefined` where it is about neither, as of a function. */
  readonly direction: Direction | "both" | undefined;
  /** What it is about, by its name in the old client, or in the new one: `Pet.status`, `listPets`. */
  readonly subject: string;
  /** What it was and what it became, where that is more than being there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What happened, and why that is judged so, in words. */
  readonly message: string;
  readonly because: string;
  /**
   * Where it was written, a file, a URL or `git:REV:path`; on the side that has none of it what it would be in,
   * and `undefined` where that is the whole document.
   */
  readonly old: Place | undefined;
  readonly new: Place | undefined;
}

/** What the change of a description means to callers of its client. */
export interface Diff {
  readonly semver: Semver;
  readonly counts: Readonly<Record<Level, number>>;
  /** The worst first, then by subject. */
  readonly findings: readonly Finding[];
}

/** One of the two descriptions. */
export interface DiffSide {
  readonly input: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}
