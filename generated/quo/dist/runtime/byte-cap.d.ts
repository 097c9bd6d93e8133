// Generated from the runtime of telltale. Do not edit.

import type { ClientFeature } from "./feature.js";
/**
 * Bounds the body of each response, in bytes, after decompression: a longer one ends the call with a
 * `RequestError`, reason "limit". No more than the bound is held. A stream that is read item by item has
 * no end and so no bound; its lines and events have their own.
 */
export declare function byteCap(limit: number): ClientFeature;
