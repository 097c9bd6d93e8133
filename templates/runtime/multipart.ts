/** One part of a `multipart/form-data` body (RFC 7578 §4). */
export interface Part {
  readonly name: string;
  readonly content: string | Blob;
  /** Makes it a file to most servers. */
  readonly filename?: string | undefined;
  readonly type?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * A multipart body as a `Blob`, whose type has the boundary: `fetch` takes its Content-Type from there,
 * and files are read as they are sent.
 *
 * A `FormData` would not do: it gives every part that has a Content-Type a file name too, so that
 * servers take JSON for an upload, and it has no way to set a header.
 */
export function writeMultipart(parts: readonly Part[], boundary: string): Blob {
  const pieces = parts.flatMap(({ name, content, filename, type, headers }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`,
    filename === undefined ? "" : `; filename="${quoted(filename)}"`,
    ...Object.entries({
      ...(type && { "Content-Type": type }),
      ...headers,
    }).map(([key, value]) => `\r\n${checked(key, value)}`),
    "\r\n\r\n",
    content,
    "\r\n",
  ]);
  return new Blob([...pieces, `--${boundary}--\r\n`], {
    type: `multipart/form-data; boundary=${boundary}`,
  });
}

/**
 * A name cannot end its own quotes, or its line: written as browsers do (HTML, multipart form data). A
 * backslash too, which they leave as it is: to some servers it escapes the quote behind it (RFC 9110 §5.6.4).
 */
function quoted(name: string): string {
  return name.replace(/["\\\r\n]/g, encodeURIComponent);
}

function checked(name: string, value: string): string {
  const line = `${name}: ${value}`;
  if (/^[\x21-\x39\x3b-\x7e]+: [\t\x20-\x7e]*$/.test(line)) return line;
  throw new TypeError(`header "${name}" of a part cannot be sent`);
}

/** 128 random bits: no content can contain it by chance, or by somebody's intention. */
export function newBoundary(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `form-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
