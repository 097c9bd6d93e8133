import { ifEmpty } from "./if-empty.js";
import type { Reader } from "./read.js";

/** JSON that may be null, which many servers say by sending nothing. */
export const orNull = (reader: Reader): Reader => ifEmpty(reader, null);
