import { isObject, own } from "./own.js";
import { shape, type UnionShape } from "./shape.js";
import { tagged } from "./tagged.js";
import { unrecognized } from "./variants.js";

/**
 * A value of a type that gets no tag here, and is a variant of a union elsewhere: what was received as that
 * has a tag, which is not sent. Under the tag's name anything but these labels is the wire's.
 */
export function withoutTag(
  tag: string,
  ...labels: readonly unknown[]
): UnionShape {
  const { untag } = tagged(tag, () => unrecognized);
  return shape((value, act) =>
    act === "untag" && isObject(value) && labels.includes(own(value, tag))
      ? untag(value)
      : value,
  );
}
