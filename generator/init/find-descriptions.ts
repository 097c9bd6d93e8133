import { glob, open } from "node:fs/promises";
import { join, sep } from "node:path";

/** Files looked into; a folder with more of them is asked about rather than searched. */
const fileLimit = 2_000;
/** Bytes of a file that are looked at: what says that it is a description stands at its beginning. */
const headBytes = 4_096;

/**
 * The OpenAPI and Swagger documents below a folder, as paths relative to it with `/`, sorted. Hidden folders and
 * node_modules are left out, and files that only are part of a description.
 */
export async function findDescriptions(
  folder: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  let looked = 0;
  for await (const path of glob("**/*.{json,yaml,yml}", {
    cwd: folder,
    exclude: (path) => /(^|[\\/])(\.[^\\/]+|node_modules)$/.test(path),
  })) {
    if ((looked += 1) > fileLimit) break;
    if (isDescription(await head(join(folder, path))))
      found.push(path.split(sep).join("/"));
  }
  return found.sort();
}

/** A member of the root in YAML, of the outermost object in JSON, on a line of its own or the first of all. */
const isDescription = (text: string): boolean =>
  /^\uFEFF?(?:["']?(?:openapi|swagger)["']?\s*:|\{\s*"(?:openapi|swagger)"\s*:|\s{1,4}"(?:openapi|swagger)"\s*:)/m.test(
    text,
  );

/** The beginning of a file; `""` where it cannot be read. */
async function head(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined);
  try {
    const buffer = Buffer.alloc(headBytes);
    const read = await file?.read(buffer, 0, headBytes);
    return buffer.toString("utf8", 0, read?.bytesRead ?? 0);
  } catch {
    return "";
  } finally {
    await file?.close();
  }
}
