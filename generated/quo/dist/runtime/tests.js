// Generated from the runtime of telltale. Do not edit.

/** The tests that `tagged` takes. */
/** The property is there, whatever it is. */
export const present = (value) => value !== undefined;
/** Absent, or as the test says. */
export const optional = (test) => (value) => value === undefined || test(value);
/** One of these literals. */
export const oneOf =
  (...literals) =>
  (value) =>
    literals.includes(value);
/** An array of at least `minItems` items, each one of these literals. */
export const itemsOf =
  (literals, minItems = 0) =>
  (value) =>
    Array.isArray(value) &&
    value.length >= minItems &&
    value.every((item) => literals.includes(item));
/** One of these JSON types: `null`, `boolean`, `number`, `string`, `array`, `object`. */
export const ofType =
  (...types) =>
  (value) =>
    types.includes(
      value === null ? "null" : Array.isArray(value) ? "array" : typeof value,
    );
