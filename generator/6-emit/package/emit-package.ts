import type { ClientPlan } from "../../ir/client-plan.ts";
import type { EmittedFile } from "../../ir/emitted-file.ts";
import { packageOptions, type PackageOptions } from "../../options.ts";
import { compileModules } from "./compile-modules.ts";
import { jsrJson, packageJson } from "./manifests.ts";
import { readme } from "./readme.ts";

/**
 * A package that others install: the sources under `src/`, for people, and what plain Node and every
 * bundler import under `dist/`, as Node strips no types under node_modules.
 */
export async function* emitPackage(
  files: AsyncIterable<EmittedFile>,
  plan: ClientPlan,
  options: string | PackageOptions,
): AsyncGenerator<EmittedFile> {
  const said = packageOptions(options);
  yield { path: "package.json", text: packageJson(said, plan) };
  if (said.jsr === true) yield { path: "jsr.json", text: jsrJson(said, plan) };
  yield { path: "README.md", text: readme(said.name, plan) };
  const sources: EmittedFile[] = [];
  for await (const { path, text } of files) {
    sources.push({ path, text });
    yield { path: `src/${path}`, text };
  }
  for (const { path, text } of compileModules(sources))
    yield { path: `dist/${path}`, text };
}
