import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { generate } from "../../generator/index.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The acceptance file and its client, in a folder of their own. */
export interface Program {
  /** `client`, as emitted, beside `acceptance`. */
  readonly folder: string;
  /** A module that prints its outcomes as JSON, for `<platform> <module> <URL of the server>`. */
  readonly commandLine: string;
  /** A module worker that answers `?server=<URL>` with its outcomes. */
  readonly worker: string;
  /** A script for a page, which then has `acceptance.runAcceptance(server)`. */
  readonly page: string;
  remove(): Promise<void>;
}

/** Compiles the client of `acceptance.yaml`, and bundles it with the cases as each platform wants it. */
export async function makeProgram(): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), "telltale-platforms-"));
  const { files } = await generate("acceptance.yaml", { cwd: here });
  for (const { path, text } of files) {
    const target = join(folder, "client", path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await cp(join(here, "acceptance"), join(folder, "acceptance"), {
    recursive: true,
  });
  return {
    folder,
    commandLine: await bundle(folder, "command-line.mjs", { format: "esm" }, [
      'import { runAcceptance } from "./acceptance/main.ts";',
      "const outcomes = await runAcceptance(process.argv.at(-1));",
      "console.log(JSON.stringify(outcomes));",
      // What hangs is told by its case: nobody has to wait for it.
      "if (outcomes.some(({ ok }) => !ok)) process.exit();",
    ]),
    worker: await bundle(folder, "worker.mjs", { format: "esm" }, [
      'import { runAcceptance } from "./acceptance/main.ts";',
      "const server = (url) => new URL(url).searchParams.get('server');",
      "const fetch = async ({ url }) => Response.json(await runAcceptance(server(url)));",
      "export default { fetch };",
    ]),
    page: await bundle(
      folder,
      "page.js",
      { format: "iife", globalName: "acceptance" },
      ['export { runAcceptance } from "./acceptance/main.ts";'],
    ),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function bundle(
  folder: string,
  name: string,
  options: BuildOptions,
  contents: readonly string[],
): Promise<string> {
  const outfile = join(folder, name);
  const stdin = { contents: contents.join("\n"), resolveDir: folder };
  await build({ ...options, stdin, outfile, bundle: true, target: "es2022" });
  return outfile;
}
