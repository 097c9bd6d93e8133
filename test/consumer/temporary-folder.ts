import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder outside of the repository, gone after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  // TypeScript and npm compare real paths, and a temporary folder may be a link.
  const folder = await realpath(await mkdtemp(join(tmpdir(), "telltale-")));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
