import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where a source was read: a URL, or the `file:` URL of a path. */
export const documentUri = (id: string, cwd: string): string =>
  isUrl(id) ? new URL(id).href : pathToFileURL(resolve(cwd, id)).href;

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text);

/**
 * A URI reference against its base (RFC 3986 §5), without the fragment; `undefined` if it is none. A
 * file is one whatever is percent-encoded of its path, and whatever query follows it.
 */
export function uriOf(reference: string, base: string): string | undefined {
  try {
    const url = new URL(reference, base);
    url.hash = "";
    return url.protocol === "file:" ? fileUri(url) : url.href;
  } catch {
    return undefined;
  }
}

/** A `file:` URL that is no path of this machine stays as it is, to be refused. */
function fileUri(url: URL): string {
  try {
    return pathToFileURL(fileURLToPath(url)).href;
  } catch {
    return url.href;
  }
}

/**
 * A reference cut at its `#`, the fragment's percent-encoding taken off (RFC 6901 §6). One that is
 * encoded wrongly is taken as it is written.
 */
export function splitReference(
  reference: string,
): readonly [file: string, fragment: string] {
  const hash = reference.indexOf("#");
  if (hash === -1) return [reference, ""];
  return [reference.slice(0, hash), decoded(reference.slice(hash + 1))];
}

function decoded(fragment: string): string {
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
