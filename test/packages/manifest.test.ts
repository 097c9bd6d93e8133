import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate, type PackageOptions } from "../../generator/index.ts";

async function packageOf(
  options: string | PackageOptions,
  version = "2.1.0",
  title = "T",
  servers = "[]",
) {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-manifest-"));
  const info = `info: { title: ${JSON.stringify(title)}, version: "${version}", license: { name: Apache-2.0 } }`;
  const text = `openapi: 3.1.0\n${info}\nservers: ${servers}\npaths: {}\n`;
  await writeFile(join(cwd, "api.yaml"), text);
  const { files } = await generate("api.yaml", { cwd, package: options });
  return new Map(files.map(({ path, text }) => [path, text]));
}

async function manifestOf(options: string | PackageOptions, version?: string) {
  const files = await packageOf(options, version);
  return JSON.parse(files.get("package.json") ?? "");
}

test.each([
  [undefined, "1.4.2", "1.4.2"],
  [undefined, "v1", "0.0.0"],
  ["7.0.0-beta.1", "1.4.2", "7.0.0-beta.1"],
  [{ revision: 3 }, "1.4.2", "1.4.2003"],
  [{ revision: 999 }, "1.4", "1.4.999"],
  [{ revision: 0 }, "v2", "2.0.0"],
  [{ revision: 12 }, "2024-06-20", "2024.6.20012"],
  [{ revision: 1 }, "1.4.2-beta", "1.4.2001"],
  [{ revision: 1 }, "latest", "0.0.1"],
])("a version said as %j of API %s is %s", async (version, api, wanted) => {
  const said = { name: "acme", ...(version !== undefined && { version }) };
  expect(await manifestOf(said, api)).toMatchObject({ version: wanted });
});

test("npm gets what is compiled, JSR on demand the sources", async () => {
  const said = { name: "@acme/client", license: "MIT" };
  const npm = await packageOf(said);
  expect(JSON.parse(npm.get("package.json") ?? "")).toMatchObject({
    files: ["dist", "CHANGELOG.md"],
  });
  expect(npm.has("jsr.json")).toBe(false);
  const both = await packageOf({ ...said, jsr: true });
  expect(JSON.parse(both.get("jsr.json") ?? "")).toEqual({
    name: "@acme/client",
    version: "2.1.0",
    license: "MIT",
    exports: "./src/index.ts",
    publish: { include: ["src", "README.md", "CHANGELOG.md"] },
  });
  expect(both.get("src/index.ts")).toContain('export * from "./client.ts";');
  for (const [path, text] of npm)
    if (path.startsWith("dist/")) expect(both.get(path), path).toBe(text);
});

test("the API's licence is not the client's", async () => {
  const manifest = await manifestOf("acme");
  expect(manifest).toMatchObject({ name: "acme", version: "2.1.0" });
  expect(manifest).not.toHaveProperty("license");
  expect(manifest).not.toHaveProperty("repository");
});

test("a title is in the manifest and the README as it is, on one line", async () => {
  const title = '  a */ b\n/* "c" @d\u202e `e`\0 ';
  const files = await packageOf("acme", "1", title);
  expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({
    description: 'a */ b /* "c" @d `e`: a typed client',
  });
  expect(files.get("README.md")).toContain('a \\*/ b /\\* "c" @d \\`e\\`');
});

test("the README gives what the server's URL cannot do without", async () => {
  const variables = "{ host: { enum: [a.com, b.com] }, base: { default: v1 } }";
  const servers = `[{ url: "https://{host}/{base}/{my-id}", variables: ${variables} }]`;
  const files = await packageOf("acme", "1", "T", servers);
  expect(files.get("README.md")).toContain(
    'createClient({ server: { host: "a.com", "my-id": "<my-id>" } });',
  );
});

test("the config says what a package is licensed under, and where it is kept", async () => {
  const said = {
    name: "@acme/client",
    version: "3.0.0",
    license: "MIT",
    repository: {
      type: "git",
      url: "git+https://github.com/acme/clients.git",
      directory: "acme",
    },
  };
  expect(await manifestOf(said)).toMatchObject(said);
  const { repository } = await manifestOf({
    name: "acme",
    repository: "github:acme/clients",
  });
  expect(repository).toBe("github:acme/clients");
});
