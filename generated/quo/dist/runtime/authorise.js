// Generated from the runtime of telltale. Do not edit.

/**
 * Meets one of the operation's security requirements (OAS 3.1 §4.8.30): the first whose schemes all
 * have a credential, and only if there is none the anonymous one.
 *
 * @throws TypeError if credentials are missing, naming the schemes
 */
export async function authorise(draft, { security }, schemes) {
  if (!security) return;
  const met = security.filter((names) => names.every((name) => schemes[name]));
  const chosen = met.find((names) => names.length > 0) ?? met[0];
  if (!chosen)
    throw new TypeError(`missing credential: ${security.join(" or ")}`);
  for (const name of chosen) await schemes[name]?.(draft);
}
