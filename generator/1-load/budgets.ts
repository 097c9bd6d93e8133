/** What a description may cost before it is refused. Several times what the largest published ones need. */
export const budgets = {
  /** Bytes of one file. The largest public descriptions have 15 MB. */
  fileBytes: 64 * 1024 * 1024,
  /** Milliseconds for one document over the network. */
  fetchMs: 30_000,
  /** Levels of maps and lists. Deeply inlined published schemas have about 60. */
  depth: 500,
  /** Values that YAML aliases may add to what is written out. */
  aliasedValues: 250_000,
};
