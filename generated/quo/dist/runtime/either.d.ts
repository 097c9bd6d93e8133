// Generated from the runtime of telltale. Do not edit.

/**
 * A signal that aborts with the first of two. The platform's link is weak: it leaves no listener to be
 * removed, and keeps nothing alive. Where there is none yet, the first signal alone.
 */
export declare function either(
  first: AbortSignal,
  second: AbortSignal,
): AbortSignal;
