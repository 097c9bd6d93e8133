/**
 * Preloaded (`--import`) into a process that writes: what it does to the disk is counted, and what `FAULT` names
 * befalls it. `kill:3` ends the process in front of its third step, `half:3` once a file of that step is written in
 * part, `ENOSPC:3` makes the step fail; `none:0` only counts, and prints how many there were.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [kind = "none", at = "0"] = (process.env["FAULT"] ?? "").split(":");
const steps = ["mkdir", "writeFile", "rename", "rm", "rmdir"] as const;
let count = 0;

for (const name of steps) {
  const work = fs.promises[name] as (...args: unknown[]) => Promise<unknown>;
  const patched = async (...args: unknown[]): Promise<unknown> => {
    count += 1;
    if (count === Number(at)) await befall(name, args);
    return work(...args);
  };
  Object.assign(fs.promises, { [name]: patched });
}
syncBuiltinESMExports();
process.on("exit", () => process.stdout.write(`steps ${count}\n`));

async function befall(name: string, args: readonly unknown[]): Promise<void> {
  if (kind === "half" && name === "writeFile") {
    const [path, text] = args as [string, string];
    fs.writeFileSync(path, text.slice(0, text.length / 2));
  }
  if (kind === "kill" || kind === "half") {
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => {});
  }
  if (kind !== "none")
    throw Object.assign(new Error(`${kind}: ${name}`), { code: kind });
}
