/** Bodies that look like what can be sent. */

const stream = (): ReadableStream<Uint8Array> =>
  new Blob([Uint8Array.of(1, 2)]).stream();

export function locked(): ReadableStream<Uint8Array> {
  const body = stream();
  body.getReader();
  return body;
}

/** Nobody holds it any more, and its bytes are gone. */
export async function spent(): Promise<ReadableStream<Uint8Array>> {
  const body = stream();
  const reader = body.getReader();
  await reader.read();
  reader.releaseLock();
  return body;
}

/** A `Blob` of somebody's library: the platform knows nothing of its bytes. */
export const polyfilled = (): object => ({
  size: 3,
  type: "text/plain",
  name: "a.txt",
  arrayBuffer: async () => new TextEncoder().encode("abc").buffer,
  stream,
  [Symbol.toStringTag]: "Blob",
});

/** A file as one of another window looks here: the platform knows its bytes, and `instanceof` does not. */
export function ofAnotherRealm(file: File): File {
  const { name, type, size } = file;
  const prototype = { name, type, size, [Symbol.toStringTag]: "File" };
  return Object.setPrototypeOf(file, prototype) as File;
}
