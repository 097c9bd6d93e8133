import { statSync, type Stats } from "node:fs";

/** What is there; `undefined` where nothing is, or nothing that we may know of. */
export function statIfAny(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
