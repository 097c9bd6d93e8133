import { relative, resolve, sep } from "node:path";
import type { Lock } from "./lock.ts";

/** Why a client may differ from the one that its lock file is about. */
export type Cause =
  | { readonly kind: "no-lock" }
  | {
      readonly kind: "input";
      /** Relative to the working directory, or a URL. */
      readonly path: string;
      readonly change: "changed" | "new" | "gone";
    }
  | { readonly kind: "options" }
  /** The folder's tsconfig asks for other imports. */
  | { readonly kind: "imports" }
  | { readonly kind: "telltale"; readonly was: string; readonly now: string };

/** What a client is made from: what its lock file says, or what there is now. */
export type Basis = Pick<Lock, "telltale" | "options" | "imports" | "inputs">;

/** How the one differs from the other; nothing, where both are the same. */
export function causesOf(
  lock: Lock | undefined,
  now: Basis,
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
): readonly Cause[] {
  if (lock === undefined) return [{ kind: "no-lock" }];
  const causes: Cause[] = [];
  const places = new Set([...lock.inputs.keys(), ...now.inputs.keys()]);
  for (const place of [...places].sort()) {
    const [was, is] = [lock.inputs.get(place), now.inputs.get(place)];
    if (was === is) continue;
    const path = /^https?:/i.test(place)
      ? place
      : relative(cwd, resolve(folder, place)).split(sep).join("/");
    const change = isThere(was) ? (isThere(is) ? "changed" : "gone") : "new";
    causes.push({ kind: "input", path, change });
  }
  if (lock.options !== now.options) causes.push({ kind: "options" });
  if (lock.imports !== now.imports) causes.push({ kind: "imports" });
  if (lock.telltale !== now.telltale)
    causes.push({ kind: "telltale", was: lock.telltale, now: now.telltale });
  return causes;
}

const isThere = (hash: string | undefined): boolean =>
  hash !== undefined && hash !== "absent";
