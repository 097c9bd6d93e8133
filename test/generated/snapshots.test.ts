import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileClients } from "./clients.ts";
import { listFiles } from "./list-files.ts";

// Whole-file snapshots that are compared and nothing else: `vitest -u` has nothing to update here. An
// update is `npm run generate`, and a commit of its own.
const manifest = ".telltale.json";

for (const client of await compileClients()) {
  describe(client.package, () => {
    const paths = client.files.map(({ path }) => path);

    test("is committed whole, and nothing beside it", async () => {
      expect([...paths, manifest].sort()).toEqual(
        await listFiles(client.folder),
      );
    });

    test("owns its files by its manifest", async () => {
      const text = await readFile(join(client.folder, manifest), "utf8");
      expect(JSON.parse(text)).toEqual({ files: [...paths].sort() });
    });

    test.each(client.files)("$path", async ({ path, text }) => {
      const committed = await readFile(join(client.folder, path), "utf8").catch(
        () => undefined,
      );
      expect(text, "npm run generate updates it").toBe(committed);
    });
  });
}
