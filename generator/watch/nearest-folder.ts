import { dirname } from "node:path";
import { statIfAny } from "./stat-if-any.ts";

/** A folder, or what there is of the way to it. */
export function nearestFolder(folder: string): string {
  let at = folder;
  while (!statIfAny(at)?.isDirectory() && dirname(at) !== at) at = dirname(at);
  return at;
}
