// Generated from the runtime of telltale. Do not edit.

/** A file that is read as it is sent: its size need not be known, and such a call is never tried again. */
export interface StreamedFile {
  readonly stream: ReadableStream<Uint8Array>;
  /** File name. Default: `blob`, as of a `Blob`. */
  readonly name?: string | undefined;
  /** Media type. Default: `application/octet-stream`. */
  readonly type?: string | undefined;
}
