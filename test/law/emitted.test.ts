import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import { shapeOf } from "../scenarios/emitted.ts";
import { decidersOf } from "./deciders.ts";
import { documentOf, unionName } from "./document.ts";
import { generateBatches, slice } from "./run.ts";

/** The other tests run the text of each shape; here it stands in files that import each other. */
test("modules as they are written decide the same", async () => {
  const [batch] = (await generateBatches({ ...slice, unions: 130 })).slice(2);
  const { cases, api } = batch ?? { cases: [], api: undefined };
  if (api === undefined) throw new Error("there is no batch");
  const unions = cases.map(({ union }) => union);
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  await writeFile(join(cwd, "unions.json"), JSON.stringify(documentOf(unions)));
  const { files } = await compile("unions.json", { cwd });
  await rm(cwd, { recursive: true });
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  let compared = 0;
  decidersOf(unions, api).forEach(({ by, tagged }, index) => {
    if (by !== "elimination" || tagged === undefined) return;
    const shape = shapeOf(unionName(index), texts);
    for (const { value } of cases[index]?.instances ?? []) {
      const emitted: unknown = structuredClone(value);
      shape.tag(emitted);
      expect(emitted).toEqual(tagged(value));
      compared += 1;
    }
  });
  expect(compared).toBeGreaterThan(100);
});
