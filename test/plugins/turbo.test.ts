import {
  appendFile,
  chmod,
  mkdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildTelltale } from "../consumer/built-telltale.ts";
import { runSuccessfully } from "../consumer/run-command.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";
import { listFiles } from "../generated/list-files.ts";
import { hasBundlers } from "./app.ts";
import { overlayTo, petsAt, schemas } from "./pets.ts";

const folder = await temporaryFolder();
const workspace = join(folder, "workspace");
const names = Array.from({ length: 20 }, (_, index) => `api-${index + 1}`);

/** The snippet of the README. */
const turboJson = async (): Promise<string> => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  return /```json\n\/\/ turbo\.json\n([^`]+)```/.exec(readme)?.[1] ?? "";
};

describe.skipIf(!hasBundlers)(
  "a Turborepo workspace of twenty descriptions",
  () => {
    beforeAll(async () => {
      await buildTelltale(join(folder, "telltale"));
      const bin = join(workspace, "node_modules/.bin");
      await mkdir(bin, { recursive: true });
      await symlink(
        join(folder, "telltale"),
        join(workspace, "node_modules/telltale"),
      );
      await symlink("../telltale/dist/cli/main.js", join(bin, "telltale"));
      await symlink(process.execPath, join(bin, "node"));
      // As npm leaves it.
      await chmod(join(folder, "telltale/dist/cli/main.js"), 0o755);
      await put("turbo.json", await turboJson());
      await put(".gitignore", "node_modules\n.turbo\nsrc/api\n");
      await put(
        "package.json",
        '{ "name": "workspace", "private": true, "packageManager": "npm@11.0.0", "workspaces": ["packages/*"] }',
      );
      for (const name of names) {
        const at = `packages/${name}`;
        await mkdir(join(workspace, at, "specs"), { recursive: true });
        const manifest = { name, scripts: { generate: "telltale generate" } };
        await put(`${at}/package.json`, JSON.stringify(manifest));
        await put(`${at}/specs/openapi.yaml`, petsAt(`/pets/${name}`));
        await put(`${at}/specs/schemas.yaml`, schemas);
        await put(`${at}/specs/overlay.yaml`, overlayTo(`http://${name}.test`));
        await put(
          `${at}/telltale.config.ts`,
          `import { defineConfig } from "telltale";
export default defineConfig({
  clients: { api: { input: "specs/openapi.yaml", overlays: ["specs/overlay.yaml"], output: "src/api" } },
});
`,
        );
      }
      await runSuccessfully("git", ["init", "--quiet"], workspace);
    });

    test("generates a client where its description changed, and nowhere else", async () => {
      expect(await cached()).toBe(0);
      const clients = await allClients();
      expect(clients.size).toBeGreaterThan(20 * 30);
      expect(await cached()).toBe(20);

      const [first = "", second = "", third = ""] = names;
      await put(`packages/${first}/specs/openapi.yaml`, petsAt("/pets/other"));
      expect(await cached()).toBe(19);
      await put(
        `packages/${second}/specs/overlay.yaml`,
        overlayTo("http://other.test"),
      );
      expect(await cached()).toBe(19);
      await appendFile(
        join(workspace, `packages/${third}/specs/schemas.yaml`),
        "Cats: {}\n",
      );
      expect(await cached()).toBe(19);
      const operations = `packages/${first}/src/api/operations/pets.ts`;
      expect(await readFile(join(workspace, operations), "utf8")).toContain(
        "/pets/other",
      );

      const changed = await allClients();
      for (const name of names)
        await rm(join(workspace, "packages", name, "src"), { recursive: true });
      expect(await cached()).toBe(20);
      expect(await allClients()).toEqual(changed);
    });
  },
);

const put = (path: string, text: string) =>
  writeFile(join(workspace, path), text);

/** How many of the clients turbo had at hand, of the twenty that it was asked for. */
async function cached(): Promise<number> {
  const turbo = join(root, "test/plugins/node_modules/turbo/bin/turbo");
  process.env["TURBO_TELEMETRY_DISABLED"] = "1";
  const output = await runSuccessfully(
    process.execPath,
    [turbo, "run", "generate", "--no-color", "--output-logs=errors-only"],
    workspace,
  );
  const [, hits, all] = /Cached: +(\d+) cached, (\d+) total/.exec(output) ?? [];
  expect(all).toBe("20");
  return Number(hits);
}

/** Every file of every client, by its path. */
async function allClients(): Promise<ReadonlyMap<string, string>> {
  const clients = new Map<string, string>();
  for (const name of names) {
    const at = join(workspace, "packages", name, "src/api");
    for (const path of await listFiles(at))
      clients.set(`${name}/${path}`, await readFile(join(at, path), "utf8"));
  }
  return clients;
}
