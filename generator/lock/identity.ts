import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
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
 * Which telltale this is: by its code, its templates and the versions of the libraries that it runs with. A build has
 * the name of the sources that it was made from, so that the one finds up to date what the others wrote.
 */
export function identity(): Identity {
  known ??= readIdentity();
  return known;
}

let known: Identity | undefined;

function readIdentity(): Identity {
  const version = packageOf(new URL("../../package.json", import.meta.url));
  const isBuilt = import.meta.url.endsWith(".js");
  const code = (isBuilt ? builtFrom() : undefined) ?? codeHash();
  const libraries = Object.keys(version.dependencies).map(
    (name) => `${name} ${versionOf(name)}`,
  );
  const all = [code, ...filesIn("../../templates/runtime/", "*.ts")];
  const print = hashOf([...all, ...libraries].join("\n"));
  return { name: `${version.version}+${print.slice(0, 12)}`, isExact: isBuilt };
}

const mark = new URL("../built-from", import.meta.url);

/** Notes in a build which sources it was made from: the last step of `npm run build`. */
export function markBuild(): void {
  const built = new URL("../../dist/built-from", import.meta.url);
  writeFileSync(built, codeHash());
}

function builtFrom(): string | undefined {
  return existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
}

/** Of the compiler's own code, as it stands beside this module. */
const codeHash = (): string =>
  hashOf(filesIn("../", "**/*.{ts,js}").join("\n"));

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
