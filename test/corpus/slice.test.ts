import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkClients, checkSwitches } from "./check-clients.ts";
import { compileDocument, type DocumentRow } from "./compile-document.ts";
import { corpus, documents } from "./documents.ts";

/** Small, and yet with unions of every outcome; the whole corpus is `npm run corpus`. */
const slice = [
  "quo/quo-public-api-v1.json",
  "bird/channels-createMessage-excerpt.json",
  "livechat/global-accounts-api.yml",
  "readme-examples/train-travel-3.1.json",
  "attio/attio-api-spec.json",
];

describe.skipIf(corpus === undefined)("a slice of the corpus", () => {
  const rows: DocumentRow[] = [];
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "telltale-slice-"));
    for (const document of documents(corpus ?? "")) {
      if (slice.includes(document.path))
        rows.push(await compileDocument(document, corpus ?? "", folder));
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("compiles, every operation emitted or named, twice to the same bytes", () => {
    expect(rows.map(({ path }) => path).sort()).toEqual([...slice].sort());
    expect(rows.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(rows.filter(({ client }) => client === undefined)).toEqual([]);
  });

  test("type-checks with and without the DOM", async () => {
    for (const { name, errors } of await checkClients(folder, ["ts7"]))
      expect(errors, name).toEqual([]);
  });

  test("every tag narrows, nothing else compiles, and the open arm is what remains", async () => {
    const switches = rows.map(({ client }) => client?.switches ?? 0);
    expect(switches.reduce((sum, each) => sum + each)).toBeGreaterThan(10);
    expect((await checkSwitches(folder)).errors).toEqual([]);
  });
});
