import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import type { EmittedFile } from "../../generator/index.ts";
import { shared } from "../shared.ts";
import { compileClients, emitted } from "./clients.ts";

const clients = await compileClients();
const corpus = [
  "corpus/quo/quo-public-api-v1.json",
  "corpus/bird/bird-2026-reconstructed.json",
  "corpus/bird/channels-createMessage-excerpt.json",
];

describe("is as Prettier prints it", () => {
  test.each(clients)("$package", async ({ folder, files }) => {
    const path = ".telltale.json";
    const text = await readFile(join(folder, path), "utf8");
    await expectPrettier([...files, { path, text }]);
  });

  for (const path of corpus) {
    const url = shared(path);
    test.skipIf(url === undefined)(path, async () => {
      if (url === undefined) return;
      const files = await emitted(fileURLToPath(url), { package: "layout" });
      expect(files.length).toBeGreaterThan(50);
      await expectPrettier(files);
    });
  }
});

/** Prettier at its defaults: none of the repository's own options apply. */
async function expectPrettier(files: readonly EmittedFile[]): Promise<void> {
  const ours: Record<string, string> = {};
  const prettiers: Record<string, string> = {};
  for (const { path, text } of files) {
    const printed = await format(text, { filepath: path });
    if (printed === text) continue;
    ours[path] = text;
    prettiers[path] = printed;
  }
  expect(ours).toEqual(prettiers);
}
