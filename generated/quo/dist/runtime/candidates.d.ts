// Generated from the runtime of telltale. Do not edit.

import { type JsonObject } from "./own.js";
import { type Test, type Tests } from "./tests.js";
/** A variant, and whether a value fits it. */
export interface Candidate {
  readonly name: string;
  readonly fits: Test;
}
/**
 * The variants that a value may be, after one look at the property that parts them best. A variant
 * that is left out would fail there; those that are given have still to be tested.
 */
export declare function candidates(
  variants: Readonly<Record<string, Tests>>,
): (value: JsonObject) => readonly Candidate[];
