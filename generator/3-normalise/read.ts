import type { Located } from "../2-bundle/bundle.ts";
import { child } from "../diagnostics/origin.ts";
import type { Json, JsonObject } from "../ir/source.ts";

/** Readers of untrusted values: own properties only, and `undefined` for what has another type. */

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isArray = (value: Json | undefined): value is readonly Json[] =>
  Array.isArray(value);

export function own(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The member `key` with its place, if it is there. */
export function at(parent: Located, key: string): Located | undefined {
  const value = own(parent.value, key);
  return value === undefined
    ? undefined
    : { value, origin: child(parent.origin, key) };
}

/** The members of an object, in the document's order; none if it is something else. */
export function entries(
  of: Located | undefined,
): readonly (readonly [string, Located])[] {
  if (of === undefined || !isObject(of.value)) return [];
  return Object.entries(of.value).map(([key, value]) => [
    key,
    { value, origin: child(of.origin, key) },
  ]);
}

/** The items of an array; none if it is something else. */
export function items(of: Located | undefined): readonly Located[] {
  if (of === undefined || !isArray(of.value)) return [];
  return of.value.map((value, index) => ({
    value,
    origin: child(of.origin, index),
  }));
}

export const string = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

export const number = (value: Json | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;

/** How many there are of something (JSON Schema 2020-12 validation §6.3 to §6.5). */
export const isCount = (value: Json | undefined): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

export const boolean = (value: Json | undefined): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;

/** In YAML, what reads as a number or a boolean among items is a name among keys. */
export const isName = (value: Json): value is string | number | boolean =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean";

/** The names in a list, where properties have them as keys. */
export const names = (value: Json | undefined): readonly string[] =>
  isArray(value) ? value.filter(isName).map(String) : [];

export const strings = (value: Json | undefined): readonly string[] =>
  isArray(value) ? value.filter((item) => typeof item === "string") : [];
