import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hashOf } from "../../generator/lock/hash.ts";
import { hashNow } from "../../generator/lock/inputs.ts";
import { readLock } from "../../generator/lock/read-lock.ts";
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

    test("has a lock file that knows each of its files, and by which input", async () => {
      const { files, inputs } = readLock(client.folder) ?? {};
      const hashes = client.files.map(
        ({ path, text }) => [path, hashOf(text)] as const,
      );
      expect(files).toEqual(new Map(hashes));
      expect([...(inputs ?? [])].length).toBeGreaterThan(0);
      for (const [path, hash] of inputs ?? [])
        expect(hashNow(path, client.folder)).toBe(hash);
    });

    test.each(client.files)("$path", async ({ path, text }) => {
      const committed = await readFile(join(client.folder, path), "utf8").catch(
        () => undefined,
      );
      expect(text, "npm run generate updates it").toBe(committed);
    });
  });
}
