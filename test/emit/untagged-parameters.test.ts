import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import { readScenario } from "../scenarios/read-scenario.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";

test("a parameter's style takes off the tags that a decoder added", async () => {
  const name = "unions/tag-in-parameter.md";
  const path = new URL(`../scenarios/${name}`, import.meta.url);
  const { document } = readScenario(name, await readFile(path, "utf8"));
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "api.yaml"), document);
  const { files } = await compile("api.yaml", { cwd });
  const text = files.map((file) => file.text).join("");
  expect(text).toContain("filter: untagging(filterShape, deepObject),");
  expect(text).toContain("all: untagging(items(filterShape), jsonParameter),");
});
