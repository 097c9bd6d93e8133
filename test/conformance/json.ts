/** JSON as it stands in a document or an index, before anything is known of it. */
export type Json = ReturnType<typeof JSON.parse>;

export type JsonObject = Readonly<Record<string, Json>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
