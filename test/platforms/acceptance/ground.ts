import {
  type Client,
  createClient,
  type CreateClientOptions,
} from "../client/index.ts";
import type { Logged } from "./protocol.ts";

/** What a case stands on: a corner of the server that no other case uses. */
export interface Ground {
  readonly client: (options?: Partial<CreateClientOptions>) => Client;
  /** What has arrived so far. */
  readonly log: () => Promise<readonly Logged[]>;
}

/** Throws where the platform does not do what it should. */
export type Case = (ground: Ground) => Promise<void>;

/** By what they show. */
export type Cases = Readonly<Record<string, Case>>;

export function groundOf(server: string, segment: string): Ground {
  const baseUrl = `${server}/${segment}`;
  return {
    client: (options) => createClient({ baseUrl, ...options }),
    log: async () => {
      const answer = await fetch(`${baseUrl}/log`, { cache: "no-store" });
      return (await answer.json()) as readonly Logged[];
    },
  };
}
