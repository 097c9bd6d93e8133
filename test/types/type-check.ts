import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../generated/clients.ts";
import { runCommand } from "../consumer/run-command.ts";

/** The compilers that consumers have, by the package each is installed as. */
export const compilers = {
  "TypeScript 5.9": "typescript",
  "TypeScript 7": "ts7",
} as const;

/** The oldest compiler that clients are for, for what is not worth asking of every test. */
export const oldestCompiler = "ts54";

/** Flags that the oldest compiler does not know: they are of 5.8 and 5.5. */
const laterFlags: ReadonlySet<string> = new Set([
  "erasableSyntaxOnly",
  "isolatedDeclarations",
]);

/** How consumers resolve modules. */
export const modes = {
  nodenext: { module: "nodenext" },
  bundler: { module: "preserve", moduleResolution: "bundler" },
} as const;

/** Each compiler with each way to resolve modules. */
export const setups = Object.values(compilers).flatMap((compiler) =>
  Object.keys(modes).map((mode) => ({
    compiler,
    mode: mode as keyof typeof modes,
  })),
);

const strict = {
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedModules: true,
  skipLibCheck: false,
  noEmit: true,
};

export interface TypeCheck {
  readonly compiler:
    (typeof compilers)[keyof typeof compilers] | typeof oldestCompiler;
  readonly mode: keyof typeof modes;
  /** Where the program is, and its configuration goes. */
  readonly folder: string;
  /** Patterns, relative to the folder or absolute. */
  readonly include: readonly string[];
  /** Compiler options of this program alone. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Type-checks a program as strictly as a consumer may; gives what the compiler says, if anything. */
export async function typeCheck(check: TypeCheck): Promise<string> {
  const { compiler, mode, folder, include, options } = check;
  const path = join(folder, `tsconfig.${randomUUID()}.json`);
  const asked = { ...strict, ...modes[mode], ...options };
  const compilerOptions = Object.fromEntries(
    Object.entries(asked).filter(
      ([flag]) => compiler !== oldestCompiler || !laterFlags.has(flag),
    ),
  );
  await writeFile(path, JSON.stringify({ compilerOptions, include }));
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  const args = [tsc, "-p", path, "--pretty", "false"];
  const { code, stdout, stderr } = await runCommand(
    process.execPath,
    args,
    folder,
  );
  const said = stdout + stderr;
  return said === "" && code !== 0 ? `exit ${code}` : said;
}
