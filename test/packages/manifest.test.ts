import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate, type PackageOptions } from "../../generator/index.ts";

async function manifestOf(options: string | PackageOptions) {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-manifest-"));
  const info =
    "info: { title: T, version: 2.1.0, license: { name: Apache-2.0 } }";
  const text = `openapi: 3.1.0\n${info}\npaths: {}\n`;
  await writeFile(join(cwd, "api.yaml"), text);
  const { files } = await generate("api.yaml", { cwd, package: options });
  const found = files.find(({ path }) => path === "package.json");
  return JSON.parse(found?.text ?? "");
}

test("the API's licence is not the client's", async () => {
  const manifest = await manifestOf("acme");
  expect(manifest).toMatchObject({ name: "acme", version: "2.1.0" });
  expect(manifest).not.toHaveProperty("license");
  expect(manifest).not.toHaveProperty("repository");
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
