import { readFileSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { RecordInput } from "../1-load/index.ts";
import { hashOf } from "./hash.ts";

/** What was read for one client, as its lock file lists it. */
export interface InputRecord {
  readonly record: RecordInput;
  /** By path relative to the output folder, or URL: the hash of what was read, or a word on why nothing was. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The files among them, as absolute paths, those that are absent included. */
  readonly files: ReadonlySet<string>;
}

/** Keeps note of every file that is read for the client in a folder. */
export function createInputRecord(folder: string): InputRecord {
  const inputs = new Map<string, string>();
  const files = new Set<string>();
  return {
    inputs,
    files,
    record({ path, url }, content) {
      if (path !== undefined) files.add(path);
      const place = path === undefined ? url : placeOf(path, folder);
      inputs.set(
        place,
        typeof content === "string" ? content : hashOf(content),
      );
    },
  };
}

/** `/` between folders, on every system. On another drive there is no way there, and nothing may say where it is. */
function placeOf(path: string, folder: string): string {
  const way = relative(folder, path).split(sep).join("/");
  return /^([A-Za-z]:|\/)/.test(way) ? (way.split("/").at(-1) ?? "") : way;
}

/** What a place holds now; `undefined` where it has to be asked for by a request, or is no file. */
export function hashNow(place: string, folder: string): string | undefined {
  if (/^https?:/i.test(place) || place === "stdin") return undefined;
  try {
    const path = resolve(folder, place);
    if (!statSync(path).isFile()) return undefined;
    return hashOf(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "absent" : undefined;
  }
}
