import type { Cause, Written } from "../index.ts";

/** A file that is not as it should be, and what is the matter with it. */
export interface Change {
  readonly state: "stale" | "missing" | "left over" | "changed by hand";
  readonly path: string;
}

/** What `--check` lists: every file that a run would touch, or stop at. */
export function changesIn(output: Written): readonly Change[] {
  const missing = new Set(output.missing);
  const stale = [...output.written, ...output.untold];
  return [
    ...output.edited.map(
      (path) => ({ state: "changed by hand", path }) as const,
    ),
    ...stale.map((path): Change => ({
      state: missing.has(path) ? "missing" : "stale",
      path,
    })),
    ...output.deleted.map((path) => ({ state: "left over", path }) as const),
  ];
}

/** Why a client is stale, for people. Where nothing that the lock file knows of changed, the compiler did. */
export function whyStale(causes: readonly Cause[]): string {
  const words = causes.map(causeWords);
  if (words.length === 0)
    return "telltale changed, or the files are not those of the lock file";
  const more = words.length - shownCauses;
  return more > 1
    ? `${words.slice(0, shownCauses).join(", ")}, and ${more} more`
    : words.join(", ");
}

const shownCauses = 3;

function causeWords(cause: Cause): string {
  switch (cause.kind) {
    case "no-lock":
      return "there is no lock file";
    case "input":
      return `${cause.path} ${cause.change === "changed" ? "changed" : `is ${cause.change}`}`;
    case "options":
      return "the options changed";
    case "imports":
      return "tsconfig.json asks for other imports";
    case "telltale":
      return `telltale changed from ${cause.was || "another version"} to ${cause.now}`;
    default:
      return cause satisfies never;
  }
}
