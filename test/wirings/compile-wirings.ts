import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compile } from "../../generator/compile.ts";
import { typeCheck } from "../types/type-check.ts";
import { drawOperations } from "./draw-operations.ts";
import { drawSchemas } from "./draw-schemas.ts";

/**
 * Compiles drawn descriptions below a folder, and type-checks what was emitted. Gives what must not be: a compiler
 * that throws, a client that does not type-check, a refusal that names no fault of the description.
 */
export async function compileWirings(
  folder: string,
  seed: number,
  count: number,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const documents = [
    ...drawSchemas(seed, Math.ceil(count / 2)),
    ...drawOperations(seed, Math.floor(count / 2)),
  ];
  for (const [index, document] of documents.entries()) {
    const name = `wiring-${index}.json`;
    await writeFile(join(folder, name), JSON.stringify(document));
    try {
      const { files, diagnostics } = await compile(name, { cwd: folder });
      const isSaid = diagnostics.some(({ severity }) => severity === "error");
      if (files.length === 0 && !isSaid)
        faults.push(`${name}: no client, and no error`);
      for (const { path, text } of files) {
        const target = join(folder, "clients", `${index}`, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, text);
      }
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message}`);
    }
  }
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  const said = await typeCheck({
    compiler: "ts7",
    mode: "nodenext",
    folder,
    include: ["clients/**/*.ts"],
    options: {},
  });
  return [...faults, ...said.split("\n").filter((line) => line !== "")];
}
