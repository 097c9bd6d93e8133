import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, test } from "vitest";
import { packClients } from "../consumer/project.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { typesWrong } from "./types-wrong.ts";

const folder = await temporaryFolder();
const tarballs = (await packClients(folder)).map((path) => ({
  path,
  name: basename(path),
}));

test("both are packed", () => {
  expect(tarballs.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^telltale-bird-\d+\.\d+\.\d+\.tgz$/),
    expect.stringMatching(/^telltale-quo-\d+\.\d+\.\d+\.tgz$/),
  ]);
});

describe.each(tarballs)("$name", ({ path }) => {
  test("publint finds nothing", async () => {
    const bytes = await readFile(path);
    const tarball = new Uint8Array(bytes).buffer;
    const { messages, pkg } = await publint({
      pack: { tarball },
      strict: true,
    });
    expect(
      messages.map((it) => formatMessage(it, pkg, { color: false })),
    ).toEqual([]);
  });

  test("attw finds nothing", async () => {
    expect(await typesWrong(path, folder)).toEqual({
      problems: [],
      types: { kind: "included" },
      entrypoints: expect.arrayContaining(["."]),
    });
  });
});
