import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../generator/index.ts";
import { lockName } from "../../generator/lock/lock.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";

/** The lock file of the same client, made from the same files, wherever they are. */
async function lockIn(...folders: readonly string[]): Promise<string> {
  const cwd = join(await temporaryFolder(), ...folders);
  await mkdir(cwd, { recursive: true });
  await copyFile(join(root, "specs/quo/openapi.yaml"), join(cwd, "api.yaml"));
  await generate("api.yaml", { cwd, output: "api", write: true });
  return readFile(join(cwd, "api", lockName), "utf8");
}

test("a lock file is the same on every machine, and in every folder", async () => {
  expect(await lockIn("one")).toBe(await lockIn("another", "place"));
});
