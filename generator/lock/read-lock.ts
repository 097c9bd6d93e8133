import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lockName, parseLock, type Lock } from "./lock.ts";

/** The lock file of a folder; `undefined` where there is none that can be read. */
export function readLock(folder: string): Lock | undefined {
  try {
    return parseLock(readFileSync(join(folder, lockName), "utf8"));
  } catch {
    return undefined;
  }
}
