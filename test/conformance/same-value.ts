import { isObject } from "./json.ts";

/**
 * Where a value differs from the expected one; `undefined` if nowhere. `tags` are the properties that a
 * client adds: only those may be there beyond what was sent.
 */
export function difference(
  actual: unknown,
  expected: unknown,
  tags: ReadonlySet<string>,
  at = "the value",
): string | undefined {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length)
      return `${at} has ${actual.length} items, not ${expected.length}`;
    return firstOf(actual.keys(), (i) =>
      difference(actual[i], expected[i], tags, `${at}[${i}]`),
    );
  }
  if (isObject(actual) && isObject(expected)) {
    const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
    return firstOf(keys, (key) =>
      !Object.hasOwn(expected, key) && tags.has(key)
        ? undefined
        : difference(actual[key], expected[key], tags, `${at}.${key}`),
    );
  }
  return Object.is(actual, expected)
    ? undefined
    : `${at} is ${show(actual)}, not ${show(expected)}`;
}

function firstOf<T>(
  all: Iterable<T>,
  find: (each: T) => string | undefined,
): string | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

const show = (value: unknown): string =>
  (JSON.stringify(value) ?? String(value)).slice(0, 80);
