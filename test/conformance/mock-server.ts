import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runSuccessfully } from "../consumer/run-command.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const specs = "node_modules/@typespec/http-specs";

/** The files that the server sends and expects. */
export const assetFolder: URL = new URL(`${specs}/assets/`, import.meta.url);

/** Installs TypeSpec's mock server beside this file, once: it is heavy, and nothing else needs it. */
export async function installMockServer(): Promise<void> {
  if (existsSync(assetFolder)) return;
  console.log("installing the mock server into test/conformance/node_modules");
  await runSuccessfully("npm", ["ci", "--no-audit", "--no-fund"], here);
}

export interface MockServer {
  readonly url: string;
  /** By scenario: `pass`, `fail`, `not-implemented`. */
  coverage(): Promise<ReadonlyMap<string, string>>;
  stop(): Promise<void>;
}

/** A fresh server: what it has seen counts for one run. */
export async function startMockServer(folder: string): Promise<MockServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(
    process.execPath,
    [
      join(here, "node_modules/@typespec/spector/cmd/cli.mjs"),
      "serve",
      join(here, specs, "specs"),
      ...["-p", `${port}`, "--coverageFile", join(folder, "coverage.json")],
    ],
    {
      cwd: here,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, GIT_DIR: await commit(folder) },
    },
  );
  const ended = new Promise<never>((_, reject) => {
    server.once("error", reject);
    server.once("exit", (code) =>
      reject(new Error(`the mock server ended with exit ${code}`)),
    );
  });
  ended.catch(() => {});
  await Promise.race([ended, isUp(url)]);
  return {
    url,
    coverage: async () => {
      const reports = (await (await fetch(`${url}/.coverage`)).json()) as {
        readonly results: Readonly<Record<string, string>>;
      }[];
      return new Map(reports.flatMap(({ results }) => Object.entries(results)));
    },
    stop: async () => {
      await fetch(`${url}/.admin/stop`, { method: "POST" });
      await ended.catch(() => {});
    },
  };
}

async function isUp(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const up = await fetch(`${url}/.admin/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the mock server does not come up");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The server asks git for the commit that its scenarios are of, and does not start without an answer. */
async function commit(folder: string): Promise<string> {
  const repository = join(folder, "repository");
  await mkdir(repository, { recursive: true });
  const author = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
  await runSuccessfully("git", ["init", "--quiet"], repository);
  await runSuccessfully(
    "git",
    [...author, "commit", "--quiet", "--allow-empty", "-m", "Serve"],
    repository,
  );
  return join(repository, ".git");
}
