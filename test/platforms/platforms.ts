import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runSuccessfully } from "../consumer/run-command.ts";
import { root } from "../generated/clients.ts";
import { isPresent } from "../present.ts";
import type { Outcome } from "./acceptance/protocol.ts";
import type { Program } from "./bundle.ts";
import { runInChromium } from "./chromium.ts";
import { type Server, startServer } from "./server.ts";
import { runInWorkerd } from "./workerd.ts";

/** What the acceptance file runs on. */
export interface Platform {
  readonly name: string;
  /** The program that runs it, by its path. */
  readonly path: string;
  readonly run: (
    path: string,
    program: Program,
    server: Server,
  ) => Promise<readonly Outcome[]>;
}

/** As Cloudflare calls it. */
const processor = process.arch === "x64" ? "64" : process.arch;

const installed = fileURLToPath(new URL("node_modules", import.meta.url));

/** Runs the module as a program, which has to end by itself: a timer that is left behind would keep it. */
const asProgram =
  (...args: readonly string[]): Platform["run"] =>
  async (path, { commandLine, folder }, { url }) =>
    JSON.parse(
      await runSuccessfully(path, [...args, commandLine, url], folder),
    ) as readonly Outcome[];

export const platforms: readonly Platform[] = [
  {
    name: "Node 20",
    path: join(installed, "node20/bin/node"),
    run: asProgram(),
  },
  {
    name: "Node 22",
    path: join(installed, "node22/bin/node"),
    run: asProgram(),
  },
  {
    name: "Node 24",
    path: join(root, "node_modules/node/bin/node"),
    run: asProgram(),
  },
  {
    name: "Bun",
    path: join(installed, "bun/bin/bun.exe"),
    run: asProgram(),
  },
  {
    name: "Deno",
    path: join(installed, `@deno/linux-${process.arch}-glibc/deno`),
    run: asProgram("run", "--no-prompt", "--allow-net=127.0.0.1"),
  },
  {
    name: "workerd",
    path: join(installed, `@cloudflare/workerd-linux-${processor}/bin/workerd`),
    run: runInWorkerd,
  },
  { name: "Chromium", path: "/usr/bin/chromium", run: runInChromium },
];

/** Whether a platform is there; said once where it is not. */
export function isThere({ name, path }: Platform): boolean {
  const isOurs = path.startsWith(installed);
  return isPresent(
    name,
    path,
    isOurs ? "npm ci --prefix test/platforms" : path,
  );
}

/** Runs all cases, against a server that nobody has asked before. */
export async function runOn(
  { path, run }: Platform,
  program: Program,
): Promise<readonly Outcome[]> {
  const server = await startServer();
  try {
    return await run(path, program, server);
  } finally {
    await server.stop();
  }
}
