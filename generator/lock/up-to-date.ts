import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isSafePath } from "../util/safe-path.ts";
import { causesOf, type Basis } from "./causes.ts";
import { hashOf } from "./hash.ts";
import { identity } from "./identity.ts";
import { hashNow } from "./inputs.ts";
import type { Lock } from "./lock.ts";

/**
 * Whether a client is what compiling it now would make: the same telltale, options and inputs, and every file as it
 * was written. Hashes alone, and nothing is parsed; where there is any doubt the answer is no.
 */
export function isUpToDate(
  lock: Lock,
  now: Pick<Basis, "options" | "imports">,
  place: { readonly folder: string; readonly cwd: string },
): boolean {
  if (lock.options !== now.options || lock.imports !== now.imports)
    return false;
  const inputs = new Map<string, string>();
  for (const input of lock.inputs.keys()) {
    const hash = hashNow(input, place.folder);
    if (hash === undefined) return false;
    inputs.set(input, hash);
  }
  const { name: telltale, isExact } = identity();
  const causes = causesOf(lock, { ...now, telltale, inputs }, place);
  return (
    isExact &&
    causes.length === 0 &&
    [...lock.files].every(([path, hash]) => isIntact(place.folder, path, hash))
  );
}

function isIntact(folder: string, path: string, hash: string): boolean {
  const absolute = join(folder, path);
  return (
    isSafePath(path) &&
    existsSync(absolute) &&
    lstatSync(absolute).isFile() &&
    hashOf(readFileSync(absolute)) === hash
  );
}
