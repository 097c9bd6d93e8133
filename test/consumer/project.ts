import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { listFiles } from "../generated/list-files.ts";
import type { Node } from "./nodes.ts";
import { playApis } from "./play-apis.ts";
import { runCommand, runSuccessfully } from "./run-command.ts";

const program = fileURLToPath(new URL("program", import.meta.url));
const generated = fileURLToPath(new URL("../../generated", import.meta.url));
const packages = ["quo", "bird"];

/** Packs both clients into a folder, as for publishing; gives the paths of the tarballs. */
export async function packClients(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const sources = packages.map((name) => join(generated, name));
  const args = ["pack", "--json", "--pack-destination", folder, ...sources];
  await runSuccessfully("npm", args, folder);
  const tarballs = await listFiles(folder);
  return tarballs.map((tarball) => join(folder, tarball));
}

/** A project that installed both clients, with the program in it. */
export async function installProject(folder: string): Promise<void> {
  const tarballs = await packClients(join(folder, "tarballs"));
  await addProgram(folder);
  const flags = ["--offline", "--no-audit", "--no-fund"];
  await runSuccessfully("npm", ["install", ...flags, ...tarballs], folder);
}

/** A project like it, without npm: what is installed is what is committed. */
export async function copyProject(folder: string): Promise<void> {
  await addProgram(folder);
  for (const name of packages) {
    const installed = join(folder, "node_modules/@telltale", name);
    for (const part of ["package.json", "dist"])
      await cp(join(generated, name, part), join(installed, part), {
        recursive: true,
      });
  }
}

/** The program as it was written, and beside it as every Node runs it. */
async function addProgram(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: "consumer", private: true, type: "module" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await cp(program, join(folder, "program"), { recursive: true });
  for (const file of await listFiles(program)) {
    const text = await readFile(join(program, file), "utf8");
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
      },
    });
    const name = `${basename(file, ".ts")}.js`;
    await writeFile(join(folder, "program", name), outputText);
  }
}

/** What became of each check, by name: "fine", or what is wrong. */
export type Outcomes = Readonly<Record<string, string>>;

export interface Played {
  readonly code: number;
  readonly outcomes: Outcomes;
  readonly stderr: string;
}

/** Runs a project's program, all of it or one check, against a server that plays both APIs. */
export async function playProject(
  folder: string,
  node: Pick<Node, "path">,
  ...only: readonly string[]
): Promise<Played> {
  const apis = await playApis();
  try {
    const args = ["program/main.js", apis.url, ...only];
    const { code, stdout, stderr } = await runCommand(node.path, args, folder);
    const outcomes = JSON.parse(stdout || "{}") as Outcomes;
    return { code, outcomes, stderr };
  } finally {
    await apis.stop();
  }
}
