import { join } from "node:path";
import { build } from "esbuild";
import { expect } from "vitest";
import { listFiles } from "../generated/list-files.ts";

type Call = (
  client: unknown,
  params: object,
) => { readonly result: () => Promise<unknown> };

/**
 * Imports a client and calls each of its operations, with every parameter of the document and with none: nothing of the
 * description runs, and no request has an `undefined` in it or goes anywhere but to the base URL.
 */
export async function callOperations(
  folder: string,
  document: unknown,
): Promise<void> {
  const modules = (await listFiles(folder)).filter((path) =>
    /^operations\/.*\.ts$/.test(path),
  );
  const lines = modules.map((path) => `export * from "./${path}";`);
  const api = await imported(folder, lines.join("\n"));
  const { createClient } = (await imported(
    folder,
    'export { createClient } from "./client.ts";',
  )) as { createClient: (options: object) => unknown };
  const asked: string[] = [];
  const client = createClient({
    baseUrl: "http://api.test/v1",
    retry: false,
    fetch: (input: string | URL | Request) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  });
  for (const operation of Object.values(api) as readonly Call[])
    if (typeof operation === "function")
      for (const params of [parametersOf(document), {}])
        await operation(client, params)
          .result()
          .catch((error: unknown) => expect(error).toBeInstanceOf(TypeError));
  expect(globalThis).not.toHaveProperty("__PWNED");
  expect(Object.keys(Object.prototype)).toEqual([]);
  for (const url of asked) {
    expect(new URL(url).href).toMatch(/^http:\/\/api\.test\/v1\//);
    expect(url).not.toContain("undefined");
  }
}

/** Every parameter that is declared or in braces, as one argument. */
function parametersOf(document: unknown): object {
  const names = [
    ...JSON.stringify(document).matchAll(/"name":"((?:[^"\\]|\\.)*)"/g),
    ...JSON.stringify(document).matchAll(/\{([^{}"]*)\}/g),
  ].map(([, name]) => JSON.parse(`"${name}"`) as string);
  return Object.fromEntries(names.map((name) => [name, "v"]));
}

async function imported(
  folder: string,
  contents: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    absWorkingDir: join(folder),
    bundle: true,
    format: "esm",
    write: false,
  });
  const text = outputFiles[0]?.text ?? "";
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return import(/* @vite-ignore */ url) as Promise<Record<string, unknown>>;
}
