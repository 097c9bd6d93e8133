import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { isPresent } from "../present.ts";
import { folder } from "./documents.ts";

/** Debian's. */
export const chromiumPath = "/usr/bin/chromium";

/** Whether there is a browser; said once where there is none. */
export const hasBrowser = isPresent("Chromium", chromiumPath, chromiumPath);

export interface Opened {
  /** The page after its script has run, as the browser has it. */
  readonly dom: string;
  /** What the page wrote to the console, errors and refusals included. */
  readonly console: readonly string[];
}

/** Opens a file as a person would, without a network. */
export async function open(path: string, query = ""): Promise<Opened> {
  const profile = await folder();
  const { stdout, stderr } = await promisify(execFile)(
    chromiumPath,
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      `--user-data-dir=${join(profile, "profile")}`,
      "--enable-logging=stderr",
      "--virtual-time-budget=2000",
      "--dump-dom",
      `file://${path}${query}`,
    ],
    { maxBuffer: 64_000_000, timeout: 60_000 },
  );
  const console = stderr.split("\n").filter((line) => /:CONSOLE/.test(line));
  return { dom: stdout, console };
}
