import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand, type Finished } from "../consumer/run-command.ts";
import { root } from "../generated/clients.ts";

/** What a process did, as it says itself at its end. */
export interface Witnessed {
  /** Paths that were opened or listed, modules that were imported not among them. */
  readonly read: readonly string[];
  /** Paths that were made, changed or removed. */
  readonly written: readonly string[];
  /** Whether somebody made a global `__PWNED`. */
  readonly isPwned: boolean;
  /** Whether `Object.prototype` has anything enumerable. */
  readonly isPolluted: boolean;
  /** At most, and of all threads. */
  readonly megabytes: number;
  readonly cpuSeconds: number;
}

/** Runs the command line from its sources, in a process of its own that says what it did. */
export async function runWitnessed(
  args: readonly string[],
  cwd: string,
): Promise<Finished & Witnessed> {
  const folder = await mkdtemp(join(tmpdir(), "telltale-"));
  const said = join(folder, "witness.json");
  const finished = await runCommand(
    process.execPath,
    ["--import", witness, join(root, "generator/cli/main.ts"), ...args],
    cwd,
    { HOSTILE_WITNESS: said },
  );
  const witnessed = JSON.parse(await readFile(said, "utf8")) as Witnessed;
  await rm(folder, { recursive: true });
  return { ...finished, ...witnessed };
}

const witness = fileURLToPath(new URL("witness.ts", import.meta.url));
