// Generated from the runtime of telltale. Do not edit.

import { either } from "./either.js";

/**
 * An iterator whose `return()` ends work in flight. A generator alone would wait for it: its `return()`
 * queues behind the pending `next()`, which here then ends the iteration instead of failing.
 */
export function stoppable<T>(
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncIterator<T, void, undefined> {
  const stop = new AbortController();
  // A weak link: an iterator that is dropped leaves no listener behind.
  const steps = run(outer ? either(outer, stop.signal) : stop.signal);
  return {
    next: () =>
      steps.next().catch((error: unknown) => {
        if (!stop.signal.aborted) throw error;
        return { done: true, value: undefined };
      }),
    return() {
      stop.abort();
      return steps.return();
    },
  };
}
