const reserved: ReadonlySet<string> = new Set([
  // OAS 3.1 §4.8.12.2: these are set by other means than parameters.
  "accept",
  "content-type",
  "authorization",
  // RFC 9110 §7.6.1 and §8.6: what is about one connection, and how long a body is, `fetch` says and nobody else.
  "connection",
  "content-length",
  "keep-alive",
  "te",
  "transfer-encoding",
  "upgrade",
]);

export const isReservedHeader = (name: string): boolean =>
  reserved.has(name.toLowerCase());
