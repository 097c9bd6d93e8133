// Generated from the runtime of telltale. Do not edit.

export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** The own property, `undefined` if there is none. */
export const own = (value, name) => {
  const found = value[name];
  return found !== undefined && Object.hasOwn(value, name) ? found : undefined;
};
