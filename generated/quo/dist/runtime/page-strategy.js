// Generated from the runtime of telltale. Do not edit.

/** There are more pages, and no way to them: what `next` gives instead of a token. */
export class NoWay {
  reason;
  constructor(reason) {
    this.reason = reason;
  }
}
/** The value at a path; `undefined` where there is no such own property. */
export function valueAt(value, path) {
  return path.reduce(
    (at, key) =>
      typeof at === "object" && at !== null
        ? Object.getOwnPropertyDescriptor(at, key)?.value
        : undefined,
    value,
  );
}
/** What a page says at a place. */
export function said({ body, response }, place) {
  if (place === undefined) return undefined;
  return typeof place === "string"
    ? response.headers.get(place)
    : valueAt(body, place);
}
