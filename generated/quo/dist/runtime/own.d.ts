// Generated from the runtime of telltale. Do not edit.

/** A JSON object: own properties are all that counts, whatever a prototype has. */
export type JsonObject = Record<string, unknown>;
export declare const isObject: (value: unknown) => value is JsonObject;
/** The own property, `undefined` if there is none. */
export declare const own: (
  value: Readonly<JsonObject>,
  name: string,
) => unknown;
