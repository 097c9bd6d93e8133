import { dirname } from "node:path";
import { nearestFolder } from "./nearest-folder.ts";
import { statIfAny } from "./stat-if-any.ts";

/** How a file stands at a moment: two stamps of it are equal while it has not changed. */
export type Stamp = string;

/** By how much, in milliseconds, the clock of a file system may lag behind that of the process. */
const lagMs = 20;

/**
 * Of a file, or of its absence.
 *
 * @param since for a file that was read at some moment after this one, not known which: if it may have changed since,
 *   the stamp is one that no other equals
 */
export function stampOf(path: string, since = Infinity): Stamp {
  const found = statIfAny(path);
  // When a file went, the folder that it is missing from changed.
  const { ctimeMs } = found ?? statIfAny(nearestFolder(dirname(path))) ?? never;
  if (ctimeMs > since - lagMs) return "unsure";
  return found === undefined
    ? "none"
    : `${found.ino} ${found.size} ${found.mtimeMs} ${ctimeMs}`;
}

const never = { ctimeMs: 0 };
