// Generated from the runtime of telltale. Do not edit.

/**
 * An iterator whose `return()` ends work in flight. A generator alone would wait for it: its `return()`
 * queues behind the pending `next()`, which here then ends the iteration instead of failing.
 */
export declare function stoppable<T>(
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncIterator<T, void, undefined>;
