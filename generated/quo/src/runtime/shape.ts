// Generated from the runtime of telltale. Do not edit.

/**
 * Where, inside a JSON body, there are unions that need a tag which is not on the wire.
 *
 * A client without such unions has no shapes at all.
 */
export interface UnionShape {
  /** Adds the tags, in place: the value was parsed a moment ago and has no other owner. */
  tag(value: unknown): void;
  /** The value as it goes on the wire: without the tags. Copies only what it changes. */
  untag(value: unknown): unknown;
}
