/**
 * Cancels a stream whose call is aborted before it begins: nobody would ever read it. A call begins when the caller's turn is
 * over, and from then on `stoppableUpload` sees to it.
 */
export function cancelUnsent(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): void {
  const look = (): void => {
    if (signal?.aborted && !stream.locked)
      stream.cancel(signal.reason).catch(() => {});
  };
  // Two turns of promises: `send` looks at the signal after one.
  if (signal) void Promise.resolve().then().then(look);
}
