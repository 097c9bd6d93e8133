// Generated from the runtime of telltale. Do not edit.

export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** The own property, `undefined` if there is none. */
export const own = (value, name) => {
  const found = value[name];
  return found !== undefined && Object.hasOwn(value, name) ? found : undefined;
};
/**
 * Reads one property, as {@link own} does, many times. Asking whether a property is an object's own costs
 * more than reading it, and a prototype has only the few names that every object knows.
 */
export const reader = (name) =>
  name in Object.prototype
    ? (value) => own(value, name)
    : (value) => value[name];
