// Generated from the runtime of telltale. Do not edit.

import { type JsonObject } from "./own.js";
import type { Candidate } from "./variants.js";
/**
 * The variants that a value may be, after one look at the property that parts them best. A variant
 * that is left out would fail there; those that are given have still to be tested. Worth its bytes where there are
 * many variants.
 */
export declare function byHead(
  all: readonly Candidate[],
): (value: JsonObject) => readonly Candidate[];
