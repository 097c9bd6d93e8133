import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildTelltale } from "../consumer/built-telltale.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { createApp, hasBundlers, start, type App } from "./app.ts";
import { broken, overlayTo, petsAt, schemas } from "./pets.ts";

/** Waits until a count stays what it is: the generated folder, which is watched as well, makes no loop. */
async function rest(count: () => number): Promise<void> {
  let before = NaN;
  await expect
    .poll(
      () => {
        const isAtRest = before === count();
        before = count();
        return isAtRest;
      },
      { interval: 1_000 },
    )
    .toBe(true);
  expect(before).toBeGreaterThan(1);
}

const folder = await temporaryFolder();
const telltale = join(folder, "telltale");

describe.skipIf(!hasBundlers)("build plugins", () => {
  beforeAll(() => buildTelltale(telltale));

  describe.each(["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"])(
    "%s",
    (bundler) => {
      let app: App;
      beforeAll(async () => {
        app = await createApp(join(folder, bundler), telltale);
      });

      test("generates the client that it bundles, and writes nothing twice", async () => {
        const run = start(app, bundler, "build");
        expect([await run.ended, run.output()]).toEqual([0, expect.anything()]);
        expect(await app.read("out/main.js")).toContain("/v1/pets");
        expect(await app.read("out/main.js")).toContain("http://one.test");
        const index = join(app.folder, "src/api/index.ts");
        const before = await stat(index);
        expect(await start(app, bundler, "build").ended).toBe(0);
        expect((await stat(index)).mtimeMs).toBe(before.mtimeMs);
      });

      test("fails where the description cannot be compiled, and says why and where", async () => {
        const bad = await createApp(join(folder, `${bundler}-bad`), telltale);
        await bad.write("pets.yaml", broken);
        const run = start(bad, bundler, "build");
        expect(await run.ended).toBe(1);
        const output = run.output();
        expect(output).toMatch(/pets\.yaml[ :]\(?2:[01]\b/);
        expect(output).toContain("OpenAPI 4.0.0 is not read here");
        expect(output).toContain("(load/openapi-version)");
        expect(output).toContain("help: convert the description");
        expect(output).toMatch(/^.*2 [|│] openapi: 4\.0\.0\n.*\^\n/m);
        expect(await bad.read("src/api/index.ts")).toBe("");
      });

      test("says in a line what was not as the description has it", async () => {
        await app.write("schemas.yaml", "Dogs: {}\n");
        const run = start(app, bundler, "build");
        expect(await run.ended).toBe(0);
        expect(run.output()).toContain("pets: 1 × schema/reference-unresolved");
        await app.write("schemas.yaml", schemas);
      });

      test("builds again once a file of the description changes, fails and mends", async () => {
        const run = start(app, bundler, "watch");
        const bundle = async (text: string) =>
          expect
            .poll(async () => (await app.read("out/main.js")).includes(text))
            .toBe(true);
        await rm(join(app.folder, "out"), { recursive: true });
        await bundle("/v1/pets");
        await app.write("pets.yaml", petsAt("/v2/pets"));
        await bundle("/v2/pets");
        await app.write("server.yaml", overlayTo("http://two.test"));
        await bundle("http://two.test");
        await app.write("schemas.yaml", "Pets: [");
        await expect.poll(run.output).toContain("schemas.yaml");
        await app.write("schemas.yaml", schemas);
        await app.write("pets.yaml", petsAt("/v4/pets"));
        await bundle("/v4/pets");
        await rest(() => run.output().split("built").length);
      });
    },
  );
});
