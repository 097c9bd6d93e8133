import { ifEmpty } from "./if-empty.js";
import { json, type Reader } from "./read.js";

/**
 * JSON of which the description says nothing: it may be none, as many servers answer that document JSON and
 * no schema. Then it is `undefined`, and an error keeps its status.
 */
export const jsonOrNothing: Reader = /* @__PURE__ */ ifEmpty(json, undefined);
