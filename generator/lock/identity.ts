import { globSync, readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { fileURLToPath } from "node:url";
import { hashOf } from "./hash.ts";

export interface Identity {
  /** As the lock file says it. */
  readonly name: string;
  /** Whether one name stands for one compiler. Sources change under the same version. */
  readonly isExact: boolean;
}

/**
 * Which telltale this is. A build is told from every other by its own code, its templates and the versions of
 * the libraries that it runs with, read as they are now: nothing that was written down could be out of date.
 */
export function identity(): Identity {
  known ??= readIdentity();
  return known;
}

let known: Identity | undefined;

function readIdentity(): Identity {
  const version = packageOf(new URL("../../package.json", import.meta.url));
  if (import.meta.url.endsWith(".ts"))
    return { name: version.version, isExact: false };
  const code = [
    ...filesIn("../../dist/", "**/*.js"),
    ...filesIn(templates, "*.ts"),
  ];
  const libraries = Object.keys(version.dependencies).map(
    (name) => `${name} ${versionOf(name)}`,
  );
  const print = hashOf([...code, ...libraries].join("\n"));
  return { name: `${version.version}+${print.slice(0, 12)}`, isExact: true };
}

const templates = "../../templates/runtime/";

/** The name and the hash of each file. */
function filesIn(folder: string, pattern: string): readonly string[] {
  const cwd = fileURLToPath(new URL(folder, import.meta.url));
  return globSync(pattern, { cwd })
    .sort()
    .map((path) => `${path} ${hashOf(readFileSync(`${cwd}${path}`))}`);
}

function versionOf(library: string): string {
  const path = findPackageJSON(library, import.meta.url);
  return path === undefined ? "absent" : packageOf(path).version;
}

const packageOf = (path: string | URL) =>
  JSON.parse(readFileSync(path, "utf8")) as {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
