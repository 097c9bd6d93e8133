// Generated from the runtime of telltale. Do not edit.

/**
 * Where, inside a JSON body, there are unions that need a tag which is not on the wire.
 *
 * A client without such unions has no shapes at all.
 */
export interface UnionShape {
  /** Adds the tags, in place: the value was parsed a moment ago and has no other owner. Returns it. */
  tag(value: unknown): unknown;
  /** The value as it goes on the wire: without the tags. Copies only what it changes. */
  untag(value: unknown): unknown;
}

/**
 * A shape that does the same to a value in both directions: `act` is what it asks of the shapes inside.
 */
export function shape(
  walk: (value: unknown, act: "tag" | "untag") => unknown,
): UnionShape {
  return {
    tag: (value) => walk(value, "tag"),
    untag: (value) => walk(value, "untag"),
  };
}

/**
 * A shape that is put together when it is first needed, by which time everything that it refers to is
 * there: modules may be circular. One that nobody needs is in nobody's bundle.
 */
export function lazy(make: () => UnionShape): UnionShape {
  let made: UnionShape | undefined;
  return {
    tag: (value) => (made ??= make()).tag(value),
    untag: (value) => (made ??= make()).untag(value),
  };
}
