import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { applyOverlays, load } from "../../generator/1-load/index.ts";
import {
  collect,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostic.ts";
import { extract } from "../../generator/index.ts";
import type { Json } from "../../generator/ir/source.ts";
import { shared } from "../shared.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));
const vendors = [
  ["quo", "openapi.yaml", "yaml", "seeds/000_3ab5b063d20d5bfc.txt"],
  ["bird", "openapi.json", "json", "seeds/004_6b0d9bda372dd926.txt"],
] as const;

test.each(vendors)(
  "specs/%s/%s is what extract takes out of the page beside it",
  async (vendor, name, format) => {
    const { text, diagnostics } = await extract([`specs/${vendor}/page.md`], {
      cwd,
      format,
    });
    expect(diagnostics).toEqual([]);
    expect(text).toBe(await readFile(`${cwd}specs/${vendor}/${name}`, "utf8"));
  },
);

test.each(vendors)(
  "specs/%s/page.md is the page as published",
  async (vendor, _name, _format, seed) => {
    const published = shared(seed);
    if (published === undefined) return;
    expect(await readFile(`${cwd}specs/${vendor}/page.md`, "utf8")).toBe(
      await readFile(published, "utf8"),
    );
  },
);

test("Bird's overlay says what its prose shows: SearchFilter[service]=channels", async () => {
  const diagnostics: Diagnostic[] = [];
  const context = { cwd, report: collect(diagnostics) };
  const source = await load("specs/bird/openapi.json", context);
  const overlaid =
    source &&
    (await applyOverlays(source, ["specs/bird/overlay.yaml"], context));
  const value = overlaid?.value as unknown as {
    components: { parameters: Record<string, Json> };
  };
  expect(value.components.parameters["querySearchFilters"]).toMatchObject({
    name: "SearchFilter",
    in: "query",
    style: "deepObject",
    explode: true,
  });
  expect(diagnostics).toEqual([]);
});
