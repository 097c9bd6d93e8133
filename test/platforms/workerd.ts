import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import type { Outcome } from "./acceptance/protocol.ts";
import type { Program } from "./bundle.ts";
import type { Server } from "./server.ts";

/** Serves the worker on a port of its own, and asks it once. It may reach this machine, and nothing else. */
const config = (worker: string): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "${worker}")],
      compatibilityDate = "2026-11-01",
    )),
    (name = "internet", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

export async function runInWorkerd(
  path: string,
  { folder, worker }: Program,
  { url }: Server,
): Promise<readonly Outcome[]> {
  const file = join(folder, "config.capnp");
  await writeFile(file, config(basename(worker)));
  const workerd = spawn(path, ["serve", file, "--control-fd=1"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<never>((_, reject) => {
    workerd.once("error", reject);
    workerd.once("exit", (code) =>
      reject(new Error(`workerd ended with exit ${code}`)),
    );
  });
  try {
    const port = await Promise.race([ended, portOf(workerd.stdout)]);
    const answer = await Promise.race([
      ended,
      fetch(`http://127.0.0.1:${port}/?server=${encodeURIComponent(url)}`),
    ]);
    return (await answer.json()) as readonly Outcome[];
  } finally {
    ended.catch(() => {});
    workerd.kill();
  }
}

/** The port that it listens on, as it says itself: `{"event":"listen","socket":"http","port":…}`. */
async function portOf(said: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: said })) {
    const { event, port } = JSON.parse(line) as Partial<
      Record<string, unknown>
    >;
    if (event === "listen" && typeof port === "number") return port;
  }
  throw new Error("workerd does not listen");
}
