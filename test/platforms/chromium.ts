import { chromium } from "playwright-core";
import type { Outcome } from "./acceptance/protocol.ts";
import type { Program } from "./bundle.ts";
import type { Server } from "./server.ts";

/** Runs the cases in a page of the other origin: every call needs what CORS asks for. */
export async function runInChromium(
  executablePath: string,
  { page: script }: Program,
  { url, other }: Server,
): Promise<readonly Outcome[]> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update"],
      "--disable-sync",
    ],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${other}/page`);
    await page.addScriptTag({ path: script });
    return await page.evaluate<readonly Outcome[]>(
      `acceptance.runAcceptance(${JSON.stringify(url)})`,
    );
  } finally {
    await browser.close();
  }
}
