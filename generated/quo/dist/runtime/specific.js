// Generated from the runtime of telltale. Do not edit.

/**
 * The variant that wins over all others, being more specific than they are.
 *
 * @param over by variant: those it wins over
 */
export function specific(over) {
  const isOver = (name, other) =>
    Object.hasOwn(over, name) && over[name]?.includes(other) === true;
  return (names) =>
    names.find((name) =>
      names.every((other) => other === name || isOver(name, other)),
    );
}
