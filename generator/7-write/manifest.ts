/**
 * The files telltale wrote in a folder. Without it a stale package.json could not be told from one
 * that a person put there; a search for our header alone would also delete another client's files
 * in a folder below.
 */
export const manifestName = ".telltale.json";

/** How each source file we write begins. */
export const header = "// Generated from ";

export const renderManifest = (paths: readonly string[]): string =>
  `${JSON.stringify({ files: [...new Set(paths)].sort() }, null, 2)}\n`;

/** The files of a manifest; none where there is no manifest that can be read. */
export function parseManifest(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    return Array.isArray(files)
      ? files.filter((path) => typeof path === "string")
      : [];
  } catch {
    return [];
  }
}
