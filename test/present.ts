import { existsSync } from "node:fs";

/**
 * Whether a program or package that tests run on is installed; said once where it is not.
 *
 * @param how what installs it
 * @throws where it is absent and `REQUIRE_PLATFORMS` is set, as by `.ci/run`: nothing is green that did not run
 */
export function isPresent(name: string, path: string, how: string): boolean {
  if (existsSync(path)) return true;
  const absent = `${name} is absent (${how})`;
  if (process.env["REQUIRE_PLATFORMS"]) throw new Error(absent);
  console.log(`skipped: ${absent}`);
  return false;
}
