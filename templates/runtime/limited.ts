/**
 * Runs work under a signal of its own, which aborts with the outer one, and with the error of `late`
 * after some milliseconds (`Infinity`: never). Rejects in that moment with the reason, whether or not
 * the work cares for its signal, and leaves neither a timer nor a listener behind. Under an outer
 * signal that has aborted already the work does not start.
 */
export function limited<T>(
  outer: AbortSignal | undefined,
  milliseconds: number,
  late: () => unknown,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let follow = (): void => {};
  return new Promise<T>((resolve, reject) => {
    const stop = (reason: unknown): void => {
      controller.abort(reason);
      reject(reason);
    };
    follow = () => stop(outer?.reason);
    if (outer?.aborted) return follow();
    outer?.addEventListener("abort", follow);
    if (milliseconds < 2 ** 31)
      timer = setTimeout(() => stop(late()), milliseconds);
    work(controller.signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    outer?.removeEventListener("abort", follow);
  });
}
