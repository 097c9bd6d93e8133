import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../consumer/run-command.ts";
import { root } from "../generated/clients.ts";

/** What a whole process took. */
export interface Run {
  readonly seconds: number;
  /** Of all its threads, in user and in system mode: other load on the machine changes it least. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** The compiler as users run it. */
export const builtCli = join(root, "dist/cli/main.js");

export const build = (): void => {
  execFileSync(process.execPath, ["generator/build.ts"], { cwd: root });
};

/** Says at its end what the process had. */
const witness =
  'data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();process.stderr.write("\\nused "+maxRSS+" "+(u+s))})';

/** Runs a script with its arguments. */
export async function runMeasured(
  args: readonly string[],
  folder: string,
  options: readonly string[] = [],
): Promise<Run> {
  const started = performance.now();
  const { code, stderr } = await runCommand(
    process.execPath,
    [...options, "--import", witness, ...args],
    folder,
  );
  const seconds = (performance.now() - started) / 1000;
  const used = /used (\d+) (\d+)/.exec(stderr);
  if (code !== 0 || used === null)
    throw new Error(`${args.join(" ")}: exit ${code}\n${stderr.slice(-2000)}`);
  const [, kilobytes, microseconds] = used.map(Number);
  return {
    seconds,
    cpuSeconds: (microseconds ?? NaN) / 1e6,
    megabytes: (kilobytes ?? NaN) / 1024,
  };
}

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/**
 * Gives the work a folder of its own. All of them are deleted at the end: for some seconds after files were deleted
 * ext4 takes several times as long to make others.
 */
export async function inFolder<T>(
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "telltale-bench-"));
  folders.push(folder);
  return work(folder);
}
