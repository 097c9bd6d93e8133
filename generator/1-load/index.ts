/**
 * 1-load: text -> value.
 *
 * True before: a path and the folder it is relative to, a URL, or `-` for standard input.
 * True after: {@link Source.value} is a tree of plain JSON values, of bounded depth and size, whose
 * numbers are finite and whose maps were built without touching a prototype; its `openapi` member
 * names a version this compiler reads; overlays have been applied. Nothing below `openapi` has been
 * looked at: a value may still stand where OpenAPI wants another.
 */
export { applyOverlays } from "./overlay.ts";
export type { InputHeaders } from "./fetch-text.ts";
export { extract, type Extracted } from "./extract/extract.ts";
export { renderDocument } from "./extract/render-document.ts";
export { load, loadPages, type LoadContext } from "./load.ts";
export { loadReferenced, type Loaded } from "./load-referenced.ts";
export type { RecordInput } from "./record-input.ts";
export { locate, locator, type Located } from "./locate.ts";
