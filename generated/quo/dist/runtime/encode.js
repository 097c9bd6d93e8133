// Generated from the runtime of telltale. Do not edit.

/** RFC 6570 §2.3: a `null` is undefined, as a value and as a member. */
export function isGiven(value) {
  return value !== undefined && value !== null;
}
/**
 * The text of a string, finite number, boolean or bigint.
 *
 * @throws TypeError for anything else, naming the parameter and not the value
 */
export function scalar(name, value) {
  if (typeof value === "string") return value;
  if (/boolean|bigint/.test(typeof value) || Number.isFinite(value))
    return String(value);
  throw new TypeError(`"${name}" is missing or cannot be sent`);
}
/** As `scalar`, percent-encoded. */
export function encoded(name, value) {
  return encodeURIComponent(scalar(name, value));
}
/**
 * The members of a value with their keys; those of a list, and a scalar, have none. Nor has a `Date` or a `Map`, an
 * object whose properties say nothing: `scalar` refuses it, as without its filter a request would mean everything.
 */
export function members(value) {
  const pairs =
    {}.toString.call(value) === "[object Object]"
      ? Object.entries(value)
      : [value].flat().map((member) => [undefined, member]);
  return pairs.filter(([, member]) => isGiven(member));
}
/** The texts of a value in a style without `explode`: `a,b` and `key,value,key,value`. */
export function flat(name, value) {
  return members(value).flatMap(([key, member]) =>
    key === undefined ? [scalar(name, member)] : [key, scalar(name, member)],
  );
}
