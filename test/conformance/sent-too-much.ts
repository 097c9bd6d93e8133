import type { Arriving } from "./parameters.ts";

/** What a request has beyond what has to arrive: the server judges only what it expects. */
export function sentTooMuch(
  url: string,
  { body }: RequestInit,
  { query, hasBody }: Pick<Arriving, "query" | "hasBody">,
): string | undefined {
  const names = [...new URL(url).searchParams.keys()];
  const extra = names.find((name) => !query.has(name));
  if (extra !== undefined) return `the query has ${extra}, too`;
  const isEmpty = body === null || body === undefined;
  return isEmpty || hasBody ? undefined : "there is a body, too";
}
