// Generated from the runtime of telltale. Do not edit.

/**
 * A shape that does the same to a value in both directions: `act` is what it asks of the shapes inside.
 */
export function shape(walk) {
  return {
    tag: (value) => walk(value, "tag"),
    untag: (value) => walk(value, "untag"),
  };
}
/**
 * A shape that is put together when it is first needed, by which time everything that it refers to is
 * there: modules may be circular. One that nobody needs is in nobody's bundle.
 */
export function lazy(make) {
  let made;
  return {
    tag: (value) => (made ??= make()).tag(value),
    untag: (value) => (made ??= make()).untag(value),
  };
}
