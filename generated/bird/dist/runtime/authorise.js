// Generated from the runtime of telltale. Do not edit.

/**
 * An operation's security requirements (OAS 3.1 §4.8.30): the first is met whose schemes all have a
 * credential. The anonymous one comes last.
 *
 * @throws TypeError if credentials are missing, naming the schemes
 */
export function anyOf(...alternatives) {
  return async (draft, schemes) => {
    const met = alternatives.find((names) =>
      names.every((name) => schemes[name]),
    );
    if (!met)
      throw new TypeError(`missing credential: ${alternatives.join(" or ")}`);
    for (const name of met) await schemes[name]?.(draft);
  };
}
