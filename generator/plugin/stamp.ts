import { stat } from "node:fs/promises";
import { inLanes } from "../util/in-lanes.ts";

/** How files stand at a moment: two stamps of the same files are equal while none of them has changed. */
export interface Stamp {
  readonly text: string;
  /** When the youngest of them was changed, in milliseconds since 1970; 0 where none is there. */
  readonly changedMs: number;
}

/** Files asked about at a time. */
const lanes = 32;

/** Size and time of change of each file; a file that is not there counts as such. */
export async function stampOf(paths: readonly string[]): Promise<Stamp> {
  const found = await inLanes(lanes, paths, (path) =>
    stat(path).catch(() => undefined),
  );
  const lines = found.map(
    (file, index) => `${paths[index]} ${file?.size} ${file?.mtimeMs}`,
  );
  const changes = found.map((file) => file?.mtimeMs ?? 0);
  return {
    text: lines.join("\n"),
    changedMs: changes.reduce((a, b) => Math.max(a, b), 0),
  };
}
