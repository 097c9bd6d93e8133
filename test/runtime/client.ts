import {
  type Client,
  type ClientOptions,
  makeClient,
  type Schemes,
} from "../../templates/runtime/client.ts";
import { platform } from "../../templates/runtime/platform.ts";

/** Each wait of a client whose clock stands still, in milliseconds. */
export interface Waits {
  readonly client: Client;
  readonly waits: number[];
}

/** When all of this happens: Thu, 01 Jan 2026 00:00:00 GMT. */
export const now = Date.UTC(2026, 0, 1);

/** A client that waits for no retry: it notes how long it would have, at the top of the jitter. Its timeouts are real. */
export function impatient(
  baseUrl: string,
  options: ClientOptions = {},
  schemes: Schemes = {},
): Waits {
  const waits: number[] = [];
  const client = makeClient({ baseUrl, ...options }, undefined, schemes, {
    ...platform,
    now: () => now,
    random: () => 1,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  return { client, waits };
}
