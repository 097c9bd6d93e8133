import type { EncodedBody } from "./body.js";

/** Bytes, in any of the forms that `fetch` sends without a copy. */
export type Binary =
  Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/**
 * What `fetch` sends as bytes. By its tag and not by `instanceof`: a buffer of another realm is one as well. Not what
 * is shared with other threads, which `fetch` does not take.
 */
export function isBinary(value: unknown): value is EncodedBody["body"] {
  const bytes = ArrayBuffer.isView(value) ? value.buffer : value;
  return (
    blobOf(value) !== undefined ||
    /^\[object (ArrayBuffer|ReadableStream)\]$/.test(tagOf(bytes))
  );
}

/**
 * The contents of a `Blob` as one of this realm; `undefined` for everything else. A polyfill's is none to the platform,
 * which would send it as the text "[object Blob]": only a method that refuses it tells the two apart.
 */
export function blobOf(value: unknown): Blob | undefined {
  try {
    return Blob.prototype.slice.call(value);
  } catch {
    return undefined;
  }
}

/** What a `Blob` can be made of, besides text. */
export type BlobSource = Exclude<
  NonNullable<ConstructorParameters<typeof Blob>[0]>[number],
  string
>;

export function isBlobSource(value: unknown): value is BlobSource {
  return isBinary(value) && !isStream(value);
}

export function isStream(value: unknown): value is ReadableStream<Uint8Array> {
  return tagOf(value) === "[object ReadableStream]";
}

export const tagOf = (value: unknown): string =>
  Object.prototype.toString.call(value);
