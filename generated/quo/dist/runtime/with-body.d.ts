// Generated from the runtime of telltale. Do not edit.

/**
 * The same response with another body. One that is made by hand has no URL, which whoever follows links wants, no status over
 * 599, and no reason phrase that is not ASCII, though `fetch` lets such answers through.
 */
export declare function withBody(
  { headers, status, statusText, url }: Response,
  body: ReadableStream<Uint8Array>,
): Response;
