// Generated from the runtime of telltale. Do not edit.

/** What the types of 2024 and browsers of 2023 do not know yet. */
interface SignalConstructor {
  readonly prototype: AbortSignal;
  any?(signals: AbortSignal[]): AbortSignal;
}

/**
 * A signal that aborts with the first of two. The platform's link is weak: it leaves no listener to be
 * removed, and keeps nothing alive. Where there is none yet, the first signal alone.
 */
export function either(first: AbortSignal, second: AbortSignal): AbortSignal {
  const platform: SignalConstructor = AbortSignal;
  return platform.any?.([first, second]) ?? first;
}
