// Generated from the runtime of telltale. Do not edit.

/**
 * Runs work under a signal of its own, which aborts with the outer one, and with the error of `late`
 * after some milliseconds (`Infinity`: never). Rejects in that moment with the reason, whether or not
 * the work cares for its signal, and leaves neither a timer nor a listener behind. Work that fails aborts its
 * signal: what it began, a body that nobody reads, ends with it. Under an outer
 * signal that has aborted already the work does not start. What nothing can end has no signal: most calls
 * have neither an outer one nor a time for all attempts.
 */
export function limited(outer, milliseconds, late, work) {
  const isTimed = milliseconds < 2 ** 31;
  if (!outer && !isTimed) return work(outer);
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    let timer;
    const end = () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", follow);
    };
    const stop = (reason) => {
      end();
      controller.abort(reason);
      reject(reason);
    };
    const follow = () => stop(outer?.reason);
    if (outer?.aborted) return follow();
    outer?.addEventListener("abort", follow);
    if (isTimed) timer = setTimeout(() => stop(late()), milliseconds);
    work(controller.signal).then(resolve, stop).then(end);
  });
}
