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
