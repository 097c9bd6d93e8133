/** A value as JSON has it. Maps may carry any key, `__proto__` and `constructor` included: read own properties only. */
export type Json =
  null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** One file as it was read. Diagnostics are rendered from it. */
export interface SourceText {
  /** The path as people should see it: relative to the working directory, `/` between folders. */
  readonly id: string;
  readonly format: "json" | "yaml";
  /** The whole file, docs page included. Positions are offsets into it. */
  readonly text: string;
  /** Where in `text` the document stands: all of it, or the fenced block of a docs page. */
  readonly range: readonly [start: number, end: number];
}

/** A file with the value of the document in it, which is many times the size of its text. */
export interface Source extends SourceText {
  /** The document as it was written; `null` where it could not be parsed. Every number is finite. */
  readonly value: Json;
}
