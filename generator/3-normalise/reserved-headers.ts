/** OAS 3.1 §4.8.12.2: these are set by other means than parameters. */
const reserved: ReadonlySet<string> = new Set([
  "accept",
  "content-type",
  "authorization",
]);

export const isReservedHeader = (name: string): boolean =>
  reserved.has(name.toLowerCase());
