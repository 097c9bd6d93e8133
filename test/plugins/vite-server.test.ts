import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildTelltale } from "../consumer/built-telltale.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { chromiumPath, hasBrowser } from "../explain/browser.ts";
import { createApp, hasBundlers, start } from "./app.ts";
import { broken, configOf, overlayTo, petsAt } from "./pets.ts";

const folder = await temporaryFolder();
const telltale = join(folder, "telltale");
let browser: Browser;

describe.skipIf(!hasBundlers || !hasBrowser)("Vite's dev server", () => {
  beforeAll(async () => {
    await buildTelltale(telltale);
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
      ],
    });
  });
  afterAll(() => browser?.close());

  test("reloads what a description changes, and shows what is wrong with it until it is mended", async () => {
    const app = await createApp(join(folder, "app"), telltale);
    const url = await serve(app);
    const page = await open(url);
    await shows(page, "http://one.test/v1/pets");

    await app.write("pets.yaml", petsAt("/v2/pets"));
    await shows(page, "http://one.test/v2/pets");
    await app.write("server.yaml", overlayTo("http://two.test"));
    await shows(page, "http://two.test/v2/pets");

    await app.write("pets.yaml", broken);
    await expect.poll(() => overlay(page)).toContain("OpenAPI 4.0.0");
    const text = await overlay(page);
    expect(text).toContain("[plugin:telltale]");
    expect(text).toContain(`${join(app.folder, "pets.yaml")}:2:0`);
    expect(text).toContain("2 | openapi: 4.0.0\n  | ^^^^^^^\n");
    expect(text).toContain("help: convert the description");

    const late = await open(url);
    await expect.poll(() => overlay(late)).toContain("OpenAPI 4.0.0");
    await shows(late, "http://two.test/v2/pets");

    // What was generated is as it was, so that no module changes.
    await app.write("pets.yaml", petsAt("/v2/pets"));
    await expect.poll(() => overlay(page)).toBe("");
    await expect.poll(() => overlay(late)).toBe("");

    await app.write("pets.yaml", broken);
    await expect.poll(() => overlay(late)).toContain("OpenAPI 4.0.0");
    await app.write("pets.yaml", petsAt("/v4/pets"));
    await shows(page, "http://two.test/v4/pets");
    await shows(late, "http://two.test/v4/pets");
    expect(await overlay(page)).toBe("");
    expect(await overlay(late)).toBe("");

    await app.write("telltale.config.ts", "export default {};\n");
    await expect.poll(() => overlay(page)).toContain("exports no clients");
    const config = configOf("src/api").replace("server.yaml", "other.yaml");
    await app.write("other.yaml", overlayTo("http://three.test"));
    await app.write("telltale.config.ts", config);
    await shows(page, "http://three.test/v4/pets");
  });

  test("starts with a broken description, and shows the app once that is mended", async () => {
    const app = await createApp(join(folder, "broken"), telltale);
    await app.write("pets.yaml", broken);
    const page = await open(await serve(app));
    await expect.poll(() => overlay(page)).toContain("[plugin:telltale]");
    expect(existsSync(join(app.folder, "src/api"))).toBe(false);
    await app.write("pets.yaml", petsAt("/v1/pets"));
    await shows(page, "http://one.test/v1/pets");
    await expect.poll(() => overlay(page)).toBe("");
  });
});

/** Starts the server, and returns its URL once it listens. */
async function serve(app: Parameters<typeof start>[0]): Promise<string> {
  const run = start(app, "vite", "serve");
  const find = () => /http:\/\/\S+/.exec(run.output())?.[0];
  await expect.poll(find).toBeDefined();
  return find() ?? "";
}

async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

/** Waits until the page says that the client asks for this URL. */
const shows = (page: Page, url: string) =>
  expect.poll(() => page.textContent("#asked")).toBe(url);

/** The text of the error overlay, `""` where there is none. */
const overlay = (page: Page): Promise<string> =>
  page.evaluate(
    `[...document.querySelectorAll("vite-error-overlay")]
      .map(({ shadowRoot }) => shadowRoot.querySelector(".window").textContent).join("")`,
  );
