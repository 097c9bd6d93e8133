// Generated from the runtime of telltale. Do not edit.

import { isObject } from "./own.js";
/** What a value is called that fits no variant, or several. */
export const unrecognized = "unrecognized";
/** Of variants that a value fits, one after the other: the name of the only one. */
export const only = (before, name) =>
  before === undefined ? name : unrecognized;
/** As `decide`, of any value: a variant is an object. */
export const variantOf = (decide) => (value) =>
  isObject(value) ? decide(value) : unrecognized;
