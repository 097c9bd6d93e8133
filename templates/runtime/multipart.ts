import { isStream } from "./binary.js";
import type { EncodedBody } from "./body.js";
import { cancelUnsent } from "./cancel-unsent.js";

/** One part of a `multipart/form-data` body (RFC 7578 §4). */
export interface Part {
  readonly name: string;
  readonly content: string | Blob | ReadableStream<Uint8Array>;
  /** Makes it a file to most servers. */
  readonly filename?: string | undefined;
  readonly type?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * A multipart body. Without streams it is a `Blob`, so that its length is known and it can be sent again; files are read
 * as they are sent all the same.
 *
 * A `FormData` would not do: it gives every part that has a Content-Type a file name too, so that
 * servers take JSON for an upload, and it has no way to set a header.
 *
 * @throws TypeError for a stream that is given twice
 */
export function writeMultipart(
  parts: readonly Part[],
  boundary: string,
  signal?: AbortSignal,
): EncodedBody {
  const type = `multipart/form-data; boundary=${boundary}`;
  const twice = parts.find(
    ({ content }, at) =>
      isStream(content) &&
      parts.slice(0, at).some((part) => part.content === content),
  );
  if (twice) throw new TypeError(`the stream of "${twice.name}" is in use`);
  const pieces = [
    ...parts.flatMap((part) => [
      `--${boundary}${headOf(part)}\r\n\r\n`,
      part.content,
      "\r\n",
    ]),
    `--${boundary}--\r\n`,
  ];
  const atHand = pieces.filter(
    (piece): piece is string | Blob => !isStream(piece),
  );
  if (atHand.length === pieces.length) return { body: new Blob(atHand), type };
  const body = joined(pieces);
  cancelUnsent(body, signal);
  return { body, type, duplex: "half" };
}

/** A header of a part, in any case, stands for the whole of ours. */
function headOf({ name, filename, type, headers = {} }: Part): string {
  const file = filename === undefined ? "" : `; filename="${quoted(filename)}"`;
  const given = Object.entries(headers);
  const isOurs = (header: string): boolean =>
    !given.some(([key]) => key.toLowerCase() === header);
  return [
    ...(isOurs("content-disposition")
      ? [`Content-Disposition: form-data; name="${quoted(name)}"${file}`]
      : []),
    ...(type && isOurs("content-type") ? [checked("Content-Type", type)] : []),
    ...given.map(([key, value]) => checked(key, value)),
  ]
    .map((line) => `\r\n${line}`)
    .join("");
}

/**
 * Pieces one after the other, each read only once those before it were sent; nothing, before somebody asks. Until then the
 * streams are the caller's: a call that never begins gives them back.
 */
function joined(
  pieces: readonly Part["content"][],
): ReadableStream<Uint8Array> {
  let taken: ReadableStreamDefaultReader<Uint8Array>[] | undefined;
  const left = () =>
    (taken ??= pieces.map((piece) =>
      (isStream(piece) ? piece : new Blob([piece]).stream()).getReader(),
    ));
  const cancel = (reason: unknown): void => {
    for (const piece of left()) piece.cancel(reason).catch(() => {});
  };
  const next = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = (await left()[0]?.read()) ?? {};
    if (!done) return value;
    left().shift();
    return next();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const bytes = await next();
          if (bytes) controller.enqueue(bytes);
          else controller.close();
        } catch (error) {
          cancel(error);
          throw error;
        }
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
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
