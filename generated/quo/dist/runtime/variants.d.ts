// Generated from the runtime of telltale. Do not edit.

import { type JsonObject } from "./own.js";
/**
 * Says which variant of a union an object is, where no property of the wire does. A variant is struck out only by a
 * test that none of its values fails; the one that remains is the one, and nothing is ever guessed.
 */
export type Decide = (value: JsonObject) => string;
/** What a value is called that fits no variant, or several. */
export declare const unrecognized = "unrecognized";
/** Of variants that a value fits, one after the other: the name of the only one. */
export declare const only: (before: string | undefined, name: string) => string;
/** As `decide`, of any value: a variant is an object. */
export declare const variantOf: (decide: Decide) => (value: unknown) => string;
