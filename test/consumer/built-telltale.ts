import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../generated/clients.ts";
import { runSuccessfully } from "./run-command.ts";

/** What a build needs of the repository, so that the repository itself is not written to. */
const needed = [
  "LICENSE",
  "README.md",
  "generator",
  "package.json",
  "templates",
  "tsconfig.build.json",
  "tsconfig.json",
];

/** Builds the package telltale in a folder that is not there yet, with the repository's dependencies. */
export async function buildTelltale(folder: string): Promise<void> {
  await mkdir(folder);
  for (const path of needed)
    await cp(join(root, path), join(folder, path), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await runSuccessfully("npm", ["run", "--silent", "build"], folder);
}
