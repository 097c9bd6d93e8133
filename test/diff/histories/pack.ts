import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { History } from "./list.ts";

const run = promisify(execFile);

const cache = fileURLToPath(
  new URL("../../../node_modules/.cache/telltale/histories", import.meta.url),
);

/** The document of a version, from npm, or from the cache once it has been fetched. */
export async function packed(
  { package: name, path }: History,
  version: string,
): Promise<string> {
  const folder = join(cache, `${name.replace("/", "-")}-${version}`);
  const file = join(folder, "package", path);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const { stdout } = await run(
    "npm",
    ["pack", "--silent", `${name}@${version}`, "--pack-destination", folder],
    { cwd: folder },
  );
  const archive = stdout.trim().split("\n").at(-1) ?? "";
  await run("tar", ["xzf", archive, `package/${path}`], { cwd: folder });
  return file;
}
