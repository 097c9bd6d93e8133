/** One JSON value of a stream. */
export function parse(
  text: string,
  undecodable: (text: string) => Error,
): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw undecodable(text);
  }
}
