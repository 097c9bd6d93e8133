import { join } from "node:path";
import { runCommand } from "../consumer/run-command.ts";
import { root } from "../generated/clients.ts";

/** What "Are the types wrong?" found in a tarball. */
export interface TypesWrong {
  /** Each kind, with the resolution that it is met by, once. */
  readonly problems: readonly string[];
  /** Where the package has its types from. */
  readonly types: unknown;
  readonly entrypoints: readonly string[];
}

/** Asks it about a package of modules alone. */
export async function typesWrong(
  tarball: string,
  cwd: string,
): Promise<TypesWrong> {
  const cli = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const args = ["--profile", "esm-only", "--no-definitely-typed"];
  const { stdout } = await runCommand(
    process.execPath,
    [cli, tarball, ...args, "--format", "json"],
    cwd,
  );
  const { analysis, problems } = JSON.parse(stdout) as Attw;
  // Listed too, though the profile leaves it out: that CommonJS has to import a module dynamically.
  const { CJSResolvesToESM: _, ...others } = problems;
  const found = Object.values(others).flat();
  const named = found.map(
    ({ kind, resolutionKind }) => `${kind} in ${resolutionKind}`,
  );
  const { types, entrypoints } = analysis;
  return {
    problems: [...new Set(named)],
    types,
    entrypoints: Object.keys(entrypoints),
  };
}

/** As much of what it prints as is read here. */
interface Attw {
  readonly analysis: {
    readonly types: unknown;
    readonly entrypoints: Readonly<Record<string, unknown>>;
  };
  readonly problems: Readonly<
    Record<string, readonly { kind: string; resolutionKind?: string }[]>
  >;
}
