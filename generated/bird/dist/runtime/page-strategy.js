// Generated from the runtime of telltale. Do not edit.

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
