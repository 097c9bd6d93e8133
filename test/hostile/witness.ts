/**
 * Loaded before the compiler in a process of its own: notes every path that is opened, listed or changed from then on, and
 * says at the end what it saw, as JSON in the file that `HOSTILE_WITNESS` names.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { fileURLToPath } from "node:url";
import type { Witnessed } from "./run-witnessed.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const reading = words("readFile createReadStream readlink opendir readdir");
const writing = words(
  "appendFile chmod createWriteStream mkdir mkdtemp rm rmdir truncate unlink utimes writeFile",
);
/** From a path to another. */
const moving = words("copyFile cp link rename symlink");

const read = new Set<string>();
const written = new Set<string>();
const { writeFileSync } = fs;

/** A path as text; descriptors and handles were noted when they were opened. */
const pathOf = (given: unknown): readonly string[] => {
  if (typeof given === "string") return [given];
  if (given instanceof URL) return [fileURLToPath(given)];
  return given instanceof Uint8Array ? [Buffer.from(given).toString()] : [];
};

function note(name: string, given: readonly unknown[]): void {
  const kind = name.replace(/Sync$/, "");
  const [first, second] = given;
  const isOpen = kind === "open";
  const changes = isOpen && typeof second === "string" && /[wa+]/.test(second);
  const places = moving.has(kind) ? [first, second] : [first];
  if (changes || writing.has(kind) || moving.has(kind))
    for (const path of places.flatMap(pathOf)) written.add(path);
  else if (isOpen || reading.has(kind))
    for (const path of pathOf(first)) read.add(path);
}

type Call = (...given: readonly unknown[]) => unknown;

for (const functions of [fs, fs.promises] as unknown as Record<string, Call>[])
  for (const [name, call] of Object.entries(functions))
    if (typeof call === "function" && /^[a-z]/.test(name))
      functions[name] = Object.assign((...given: readonly unknown[]) => {
        note(name, given);
        return call(...given);
      }, call);
syncBuiltinESMExports();

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const seen: Witnessed = {
    read: [...read],
    written: [...written],
    isPwned: "__PWNED" in globalThis,
    isPolluted: Object.keys(Object.prototype).length > 0,
    megabytes: maxRSS / 1024,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  };
  writeFileSync(process.env["HOSTILE_WITNESS"] ?? "", JSON.stringify(seen));
});
