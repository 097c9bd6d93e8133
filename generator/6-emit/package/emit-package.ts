import type { ClientPlan } from "../../ir/client-plan.ts";
import type { EmittedFile } from "../../ir/emitted-file.ts";
import type { PackageOptions } from "../../options.ts";
import { commentText } from "../comment.ts";
import { compileModules } from "./compile-modules.ts";
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
  const said = typeof options === "string" ? { name: options } : options;
  yield { path: "package.json", text: manifest(said, plan) };
  yield { path: "README.md", text: readme(said.name, plan) };
  const sources: EmittedFile[] = [];
  for await (const { path, text } of files) {
    sources.push({ path, text });
    yield { path: `src/${path}`, text };
  }
  for (const { path, text } of compileModules(sources))
    yield { path: `dist/${path}`, text };
}

function manifest(
  { name, version, license, repository }: PackageOptions,
  plan: ClientPlan,
): string {
  const entry = { types: "./dist/index.d.ts", default: "./dist/index.js" };
  const fields = {
    name,
    version: version ?? semver(plan.version),
    description: `${commentText(plan.title).replace(/\s+/g, " ")}: a typed client`,
    license,
    repository,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: { ".": entry, "./package.json": "./package.json" },
    main: entry.default,
    types: entry.types,
    files: ["dist", "src"],
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** The API's own version where that is a semantic version (SemVer 2.0.0 §2), else one that promises nothing. */
const semver = (version: string): string =>
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version)
    ? version
    : "0.0.0";
