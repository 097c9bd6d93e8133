import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "../../generator/compile.ts";
import type { GenerateOptions } from "../../generator/options.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";

/** An emitted operation, as a test calls it: what it must not be called with is for the types to say. */
export type Call = (
  client: unknown,
  params?: unknown,
  options?: unknown,
) => Promise<unknown>;

export interface Emitted {
  /** The module `index.ts`, imported. */
  readonly module: Readonly<Record<string, Call>> & {
    readonly createClient: (options: object) => unknown;
  };
  readonly files: ReadonlyMap<string, string>;
  /** `code pointer`, in the order in which they were reported. */
  readonly diagnostics: readonly string[];
}

/** Compiles the paths of a description, writes what is emitted to a folder, and imports it. */
export async function clientOf(
  paths: object,
  more: object = {},
  options: GenerateOptions = {},
): Promise<Emitted> {
  const folder = await temporaryFolder();
  const document = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    servers: [{ url: "http://localhost" }],
    paths,
    ...more,
  };
  await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
  const { diagnostics, files } = await compile("openapi.json", {
    ...options,
    cwd: folder,
    importExtension: ".ts",
  });
  for (const { path, text } of files) {
    const target = join(folder, "out", path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const index = pathToFileURL(join(folder, "out", "index.ts")).href;
  return {
    module: (await import(/* @vite-ignore */ index)) as Emitted["module"],
    files: new Map(files.map(({ path, text }) => [path, text])),
    diagnostics: diagnostics.map(
      ({ code, origin }) => `${code} ${origin.pointer}`,
    ),
  };
}

/** A request body, and a response without content. */
export const accepting = (content: object, more: object = {}): object => ({
  requestBody: { required: true, content },
  responses: { "204": { description: "done" } },
  ...more,
});

export const object = (properties: object, ...required: string[]): object => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
});
