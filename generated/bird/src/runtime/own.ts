// Generated from the runtime of telltale. Do not edit.

/** A JSON object: own properties are all that counts, whatever a prototype has. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The own property, `undefined` if there is none. */
export const own = (value: Readonly<JsonObject>, name: string): unknown => {
  const found = value[name];
  return found !== undefined && Object.hasOwn(value, name) ? found : undefined;
};

/**
 * Reads one property, as {@link own} does, many times. Asking whether a property is an object's own costs
 * more than reading it, and a prototype has only the few names that every object knows.
 */
export const reader = (name: string): ((value: JsonObject) => unknown) =>
  name in Object.prototype
    ? (value) => own(value, name)
    : (value) => value[name];
