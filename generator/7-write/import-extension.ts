import { basename, dirname, join, resolve } from "node:path";
import {
  createFilesMatcher,
  getTsconfig,
  parseTsconfig,
  type TsConfigJsonResolved,
  type TsConfigResult,
} from "get-tsconfig";
import { packageOptions, type GenerateOptions } from "../options.ts";

export interface ImportExtension {
  readonly extension: ".js" | ".ts" | "";
  /** The name of the tsconfig that asks for it; `undefined` where it is the default. */
  readonly by: string | undefined;
}

const byDefault: ImportExtension = { extension: ".js", by: undefined };

/** Of a package whatever is asked: for JSR as Deno resolves them, else as Node does. Sources are built as their folder is. */
export function importsOf(
  options: GenerateOptions & { readonly cwd: string },
): ImportExtension {
  const { cwd, importExtension: named, output } = options;
  if (options.package !== undefined) {
    const { jsr } = packageOptions(options.package);
    return jsr === true ? { extension: ".ts", by: undefined } : byDefault;
  }
  if (named !== undefined) return { extension: named, by: undefined };
  return output === undefined
    ? byDefault
    : importExtension(resolve(cwd, output));
}

/**
 * How relative imports in a folder should end, by the tsconfig that is in force there: `.ts` where it
 * allows that, as Node runs such sources as they are; nothing where a bundler, or the resolution of old,
 * finds modules without; else `.js`, which everything but some bundlers understands.
 */
export function importExtension(folder: string): ImportExtension {
  try {
    const found = getTsconfig(folder);
    const inForce = found && referencedFor(found, join(folder, "index.ts"));
    const extension = inForce && extensionOf(inForce.config);
    return inForce === null || extension === ".js" || extension === null
      ? byDefault
      : { extension, by: basename(inForce.path) };
  } catch {
    // Broken, or extending what is not installed: TypeScript will say so.
    return byDefault;
  }
}

/** The tsconfig that is in force in a folder. */
export function tsconfigOf(folder: string): string | undefined {
  try {
    return getTsconfig(folder)?.path;
  } catch {
    return undefined;
  }
}

function extensionOf({ compilerOptions = {} }: TsConfigJsonResolved) {
  const { allowImportingTsExtensions, rewriteRelativeImportExtensions } =
    compilerOptions;
  if (allowImportingTsExtensions || rewriteRelativeImportExtensions)
    return ".ts";
  const module = compilerOptions.module?.toLowerCase();
  const resolution =
    compilerOptions.moduleResolution?.toLowerCase() ?? implied[module ?? ""];
  return /^(?:bundler|node|node10)$/.test(resolution ?? "") ? "" : ".js";
}

/** What `module` says about resolution where nothing else does, as far as that leaves no doubt. */
const implied: Readonly<Record<string, string>> = {
  preserve: "bundler",
  commonjs: "node10",
};

/** A tsconfig without files of its own leaves them to those that it references (TypeScript, project references). */
function referencedFor(found: TsConfigResult, file: string): TsConfigResult {
  const { files, include, references = [] } = found.config;
  if (files?.length !== 0 || include !== undefined) return found;
  const others = references.map(({ path }): TsConfigResult => {
    const named = resolve(dirname(found.path), path);
    const config = named.endsWith(".json")
      ? named
      : join(named, "tsconfig.json");
    return { path: config, config: parseTsconfig(config) };
  });
  return others.find((other) => createFilesMatcher(other)(file)) ?? found;
}
