// Generated from the runtime of telltale. Do not edit.

/**
 * Runs work under a signal of its own, which aborts with the outer one, and with the error of `late`
 * after some milliseconds (`Infinity`: never). Rejects in that moment with the reason, whether or not
 * the work cares for its signal, and leaves neither a timer nor a listener behind. Work that fails aborts its
 * signal: what it began, a body that nobody reads, ends with it. Under an outer
 * signal that has aborted already the work does not start. What nothing can end has no signal: most calls
 * have neither an outer one nor a time for all attempts.
 */
export declare function limited<T>(
  outer: AbortSignal | undefined,
  milliseconds: number,
  late: () => unknown,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T>;
