// Generated from the runtime of telltale. Do not edit.

/**
 * A signal that aborts with the first of two. The platform's link is weak: it leaves no listener to be
 * removed, and keeps nothing alive. Where there is none yet, the first signal alone.
 */
export function either(first, second) {
  const platform = AbortSignal;
  return platform.any?.([first, second]) ?? first;
}
