/** Whether a text is what a pattern says: `*` stands for any characters, everything else for itself. */
export const matchesText = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split("*").map(escape).join(".*")}$`, "su").test(text);

/**
 * The same of a path: `*` stays within a segment, a segment `**` is any number of them. `/users/**` is
 * also `/users`.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const segments = pattern.split("/").filter((segment) => segment !== "");
  const source = segments.map((segment) =>
    segment === "**"
      ? "(?:/[^/]*)*"
      : `/${segment.split(/\*+/).map(escape).join("[^/]*")}`,
  );
  return new RegExp(`^${source.join("")}/?$`, "u").test(path);
}

const escape = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
