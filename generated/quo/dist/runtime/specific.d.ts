// Generated from the runtime of telltale. Do not edit.

/** Of several variants that a value fits, the one that it is; `undefined` where that is open. */
export type Choice = (names: readonly string[]) => string | undefined;
/**
 * The variant that wins over all others, being more specific than they are.
 *
 * @param over by variant: those it wins over
 */
export declare function specific(
  over: Readonly<Record<string, readonly string[]>>,
): Choice;
