import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parts, type Parts } from "./deciders.ts";
import type { Fault } from "./fault.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const resolver = "generator/4-resolve";
const types = "generator/ir";
const emitter = "generator/6-emit";
const runtime = "templates/runtime";

/** Runs `use` with a compiler in which one fault is planted: a copy, in a folder of its own. */
export async function withFault<T>(
  fault: Fault,
  use: (parts: Parts) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "telltale-"));
  try {
    plant(fault, folder);
    const load = (path: string): Promise<Record<string, unknown>> =>
      import(/* @vite-ignore */ join(folder, path));
    if (fault.file.startsWith(runtime)) {
      const modules = [
        "own",
        "tests",
        "of-variants",
        "variants",
        "tagged",
        "shape",
        "shapes",
      ].map((name) => load(`${runtime}/${name}.ts`));
      const faulty = Object.assign({}, ...(await Promise.all(modules)));
      return use({ ...parts, runtime: faulty });
    }
    if (fault.file.startsWith(emitter)) {
      const { shapeText } = await load(`${emitter}/shape-text.ts`);
      return use({ ...parts, shapeText } as Parts);
    }
    const { resolve } = await load(`${resolver}/resolve.ts`);
    const { wireTypes } = await load(`${resolver}/unions/conditions.ts`);
    const { verdictOf } = await load(`${resolver}/unions/verdict.ts`);
    return use({ ...parts, resolve, wireTypes, verdictOf } as Parts);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What can be faulty is copied; the rest of the compiler is the one that runs already. */
function plant({ file, right, wrong }: Fault, folder: string): void {
  const own = [runtime, emitter].find((name) => file.startsWith(name));
  const copied = own === undefined ? [resolver, types] : [own];
  for (const name of copied)
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "generator"), { recursive: true });
  for (const name of readdirSync(join(repository, "generator")))
    if (!copied.includes(`generator/${name}`))
      symlinkSync(
        join(repository, "generator", name),
        join(folder, "generator", name),
      );
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const places = text.split(right).length - 1;
  if (places !== 1)
    throw new Error(`${file} has ${places} places like ${right}`);
  writeFileSync(
    path,
    text.replace(right, () => wrong),
  );
}
