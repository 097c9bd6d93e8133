/**
 * Does the work on each item, `lanes` of them at a time, and gives the results in the order of the items.
 * After a failure no further item is begun, and it is reported only once all work has come to rest.
 */
export async function inLanes<T, R>(
  lanes: number,
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const remaining = numbered(items);
  const lane = async (): Promise<void> => {
    for await (const [at, item] of remaining) results[at] = await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}

/** One iterator for all lanes: whoever is free takes the next item. */
async function* numbered<T>(
  items: Iterable<T> | AsyncIterable<T>,
): AsyncGenerator<readonly [number, T]> {
  let at = 0;
  for await (const item of items) yield [at++, item];
}
