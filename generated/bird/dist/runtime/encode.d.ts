// Generated from the runtime of telltale. Do not edit.

/** RFC 6570 §2.3: a `null` is undefined, as a value and as a member. */
export declare function isGiven(value: unknown): value is NonNullable<unknown>;
/**
 * The text of a string, finite number, boolean or bigint.
 *
 * @throws TypeError for anything else, naming the parameter and not the value
 */
export declare function scalar(name: string, value: unknown): string;
/** As `scalar`, percent-encoded. */
export declare function encoded(name: string, value: unknown): string;
/**
 * The members of a value with their keys; those of a list, and a scalar, have none. Nor has a `Date` or a `Map`, an
 * object whose properties say nothing: `scalar` refuses it, as without its filter a request would mean everything.
 */
export declare function members(
  value: unknown,
): [key: string | undefined, member: unknown][];
/** The texts of a value in a style without `explode`: `a,b` and `key,value,key,value`. */
export declare function flat(name: string, value: unknown): string[];
