import { realpath, stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Source } from "../ir/source.ts";
import type { BundleContext } from "./bundle.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { isUrl } from "./uri.ts";

/** The path or URL that may be read, or why not. */
export type Permission = (
  uri: string,
) => Promise<Refusal | { readonly kind: "granted"; readonly path: string }>;

/**
 * A description is untrusted, and so is where it sends its reader (DESIGN §8): files in the entry's
 * own folder and in allowed ones, symbolic links followed before that is judged; URLs below allowed
 * ones, and below the folder of an entry that was fetched. A file elsewhere is not even looked at.
 */
export function createPermission(
  entry: Source,
  { cwd, allowRefs = [], record }: BundleContext,
): Permission {
  const urls = [
    ...(isUrl(entry.id) ? [new URL(".", entry.id)] : []),
    ...allowRefs.filter(isUrl).map((url) => new URL(url)),
  ];
  const folders = [
    ...(isUrl(entry.id) ? [] : [dirname(resolve(cwd, entry.id))]),
    ...allowRefs
      .filter((path) => !isUrl(path))
      .map((path) => resolve(cwd, path)),
  ];
  const real = Promise.all(
    folders.map((folder) => realpath(folder).catch(() => folder)),
  );

  return async (uri) => {
    const url = new URL(uri);
    if (url.protocol === "http:" || url.protocol === "https:")
      return urls.some((allowed) => isBelow(url, allowed))
        ? { kind: "granted", path: uri }
        : refuse(`${url.origin} is read only if allowRefs names it`);
    if (url.protocol !== "file:")
      return refuse(`nothing is read by ${url.protocol}`);
    const path = pathOf(url);
    if (path === undefined) return refuse("it is no path of this machine");
    const shown = relative(cwd, path).split(sep).join("/");
    const allowed = [...folders, ...(await real)];
    if (!allowed.some((folder) => isInside(path, folder)))
      return refuse(outside);
    try {
      const target = await realpath(path);
      const isWithin = (await real).some((folder) => isInside(target, folder));
      const isReadable = isWithin && (await stat(target)).isFile();
      if (isReadable) return { kind: "granted", path };
      record?.({ path }, "unread");
      return refuse(isWithin ? "it is no regular file" : outside);
    } catch {
      record?.({ path }, "absent");
      return { kind: "refused", code: "load/reference-not-found", why: shown };
    }
  };
}

const outside = "it leads out of the description's folder";

function pathOf(url: URL): string | undefined {
  try {
    const path = fileURLToPath(url);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return (
    way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path
  );
}

const isBelow = (url: URL, allowed: URL): boolean =>
  url.origin === allowed.origin &&
  url.username === "" &&
  url.password === "" &&
  (url.pathname === allowed.pathname ||
    url.pathname.startsWith(allowed.pathname.replace(/\/?$/, "/")));
