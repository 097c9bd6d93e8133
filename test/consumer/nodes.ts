import { delimiter, join } from "node:path";
import { runCommand } from "./run-command.ts";

/** A Node to run programs with. */
export interface Node {
  readonly path: string;
  readonly version: string;
}

/** The Node these tests run on, and the machine's own where it is another one that we support. */
export async function findNodes(): Promise<readonly Node[]> {
  const pinned = { path: process.execPath, version: process.version };
  const own = await machineNode();
  if (own === undefined || own.version === pinned.version) return [pinned];
  if (Number(/^v(\d+)/.exec(own.version)?.[1]) < 20) {
    console.log(`skipped: the machine's own node is ${own.version}`);
    return [pinned];
  }
  return [pinned, own];
}

/** The first one on the path that no package brought. */
async function machineNode(): Promise<Node | undefined> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  for (const folder of folders) {
    if (folder === "" || /node_modules|node-gyp-bin/.test(folder)) continue;
    const path = join(folder, "node");
    try {
      const { code, stdout } = await runCommand(path, ["--version"], folder);
      if (code === 0) return { path, version: stdout.trim() };
    } catch {
      // not in this folder
    }
  }
  return undefined;
}
