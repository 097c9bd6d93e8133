import { join } from "node:path";
import { mkdir, writeFile } from "node:fs/promises";
import { root } from "../generated/clients.ts";
import { typeCheck, type TypeCheck } from "../types/type-check.ts";

/** What consumers have around a client: the platform's types, and nothing that a client could lean on. */
const surroundings = {
  "DOM without DOM.Iterable": { lib: ["es2022", "dom"], types: [] },
  "Node without DOM": {
    lib: ["es2022"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  },
} as const;

/** Flags of consumers that emit declarations, beside those of `typeCheck`. */
const declarations = { declaration: true, isolatedDeclarations: true };

export interface Check {
  readonly name: string;
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** Type-checks everything under `clients` in every surrounding that a consumer may have. */
export async function checkClients(
  folder: string,
  compilers: readonly TypeCheck["compiler"][],
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const compiler of compilers) {
    for (const [name, options] of Object.entries(surroundings)) {
      checks.push(
        await check(`${compiler}, ${name}`, {
          compiler,
          mode: "nodenext",
          folder: await prepared(folder),
          include: ["clients/**/*.ts"],
          options: { ...declarations, ...options },
        }),
      );
    }
  }
  return checks;
}

/** Type-checks the switches over every union with a tag; the fast compiler is enough. */
export async function checkSwitches(folder: string): Promise<Check> {
  return check("ts7, switches", {
    compiler: "ts7",
    mode: "nodenext",
    folder: await prepared(folder),
    include: ["switches/*.ts"],
    options: { noFallthroughCasesInSwitch: true, noUnusedLocals: false },
  });
}

/** The folder as a consumer's package, whose modules are ECMAScript's. */
async function prepared(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  return folder;
}

async function check(name: string, program: TypeCheck): Promise<Check> {
  const started = performance.now();
  const said = await typeCheck(program);
  return {
    name,
    errors: said.split("\n").filter((line) => line.trim() !== ""),
    seconds: (performance.now() - started) / 1000,
  };
}
