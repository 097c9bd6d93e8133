import { inspect } from "node:util";

/** Everything that a log could make of an error. */
export function printed(error: unknown): string {
  const own = error as Error;
  return [
    JSON.stringify(error),
    inspect(error, { depth: 9 }),
    String(error),
    own.stack,
    own.message,
    inspect(own.cause, { depth: 9, showHidden: true }),
    JSON.stringify({ ...own }),
  ].join("\n");
}
