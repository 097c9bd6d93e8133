/** Of several variants that a value fits, the one that it is; `undefined` where that is open. */
export type Choice = (names: readonly string[]) => string | undefined;

/**
 * The variant that wins over all others, being more specific than they are.
 *
 * @param over by variant: those it wins over
 */
export function specific(
  over: Readonly<Record<string, readonly string[]>>,
): Choice {
  const isOver = (name: string, other: string): boolean =>
    Object.hasOwn(over, name) && over[name]?.includes(other) === true;
  return (names) =>
    names.find((name) =>
      names.every((other) => other === name || isOver(name, other)),
    );
}
