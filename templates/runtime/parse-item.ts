/** What is made of one JSON value of a stream; where that fails, the value is not as documented. */
export function parse<Item>(
  text: string,
  undecodable: (text: string) => Error,
  make: (value: unknown) => Item,
): Item {
  try {
    return make(JSON.parse(text));
  } catch {
    throw undecodable(text);
  }
}
