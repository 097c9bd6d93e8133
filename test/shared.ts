import { existsSync } from "node:fs";

/** A file of the shared folder beside the repository, or `undefined` (said once) where it is absent. */
export function shared(path: string): URL | undefined {
  const url = new URL(`../../shared/${path}`, import.meta.url);
  if (existsSync(url)) return url;
  console.log(`skipped: ../shared/${path} is absent`);
  return undefined;
}
