/**
 * Whether a path stays in its folder on every system: relative, `/` between parts, no part that is
 * empty, `.` or `..`, no backslash, drive, stream or control character.
 */
export const isSafePath = (path: string): boolean =>
  !/[\\:\p{Cc}]/u.test(path) &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/**
 * Names come from descriptions, and 5-plan made them safe; this is the last door. Two paths that
 * differ by case alone would be one file on many systems.
 */
export function createPathCheck(): (path: string) => void {
  const seen = new Set<string>();
  return (path) => {
    if (!isSafePath(path))
      throw new Error(
        `internal: ${JSON.stringify(path)} leaves the output folder`,
      );
    const folded = path.toLowerCase();
    if (seen.has(folded))
      throw new Error(`internal: two files are called ${JSON.stringify(path)}`);
    seen.add(folded);
  };
}
