import type { EncodedBody } from "./body.js";

/** Bytes, in any of the forms that `fetch` sends without a copy. */
export type Binary =
  Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** By its tag and not by `instanceof`: a `Blob` of another realm is one as well. */
export function isBinary(value: unknown): value is EncodedBody["body"] {
  return (
    ArrayBuffer.isView(value) ||
    /^\[object (Blob|File|ArrayBuffer|ReadableStream)\]$/.test(tagOf(value))
  );
}

/** What a `Blob` can be made of, besides text. */
export type BlobSource = Exclude<
  NonNullable<ConstructorParameters<typeof Blob>[0]>[number],
  string
>;

export function isBlobSource(value: unknown): value is BlobSource {
  return isBinary(value) && !isStream(value);
}

export function isStream(value: unknown): boolean {
  return tagOf(value) === "[object ReadableStream]";
}

const tagOf = (value: unknown): string => Object.prototype.toString.call(value);
