/**
 * Where a link to the next page leads, or `undefined` if it leads to another origin (RFC 6454 §4: scheme,
 * host and port, after the default port) or is no plain link: credentials go along, so a link
 * with a user, another scheme or a host of its own (`//host`, RFC 3986 §4.2) is not followed.
 */
export function nextUrl(link: string, from: string): string | undefined {
  // What a URL parser skips (URL §4.4) must not hide what it then sees.
  if (/^[\0- ]*[/\\][\t\n\r]*[/\\]/.test(link)) return undefined;
  try {
    const base = new URL(from);
    const url = new URL(link, base);
    const { hash, origin, password, protocol, username } = url;
    if (!/^https?:$/.test(protocol) || origin !== base.origin) return undefined;
    return username || password
      ? undefined
      : url.href.slice(0, url.href.length - hash.length);
  } catch {
    return undefined;
  }
}

/** The parameters of these names, which the link has lost, put back: they hold the credentials. */
export function withParameters(
  link: string,
  from: string,
  names: readonly string[],
): string {
  const url = new URL(link);
  const { searchParams } = new URL(from);
  for (const name of names) {
    const value = searchParams.get(name);
    if (value !== null && !url.searchParams.has(name))
      url.search += `${url.search ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  }
  return url.href;
}
