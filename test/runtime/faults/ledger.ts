// A server that counts what its requests do, not only that they come.
import { type Answerer, type Arrived, reply } from "../server.ts";

/** The requests for one thing, which a POST names in its body, and a GET at the end of its path. */
export interface Entry {
  /** The idempotency key of each request, in turn; `undefined` for none. */
  readonly keys: (string | undefined)[];
  /** How often one of them did what it asks for. */
  effects: number;
  /** How often one came after that, with the same key. */
  repeats: number;
}

export interface Ledger {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly answer: Answerer;
}

/**
 * Answers with what identifies the request. One in ten has a fault for an answer, before it takes effect or after,
 * in turn. What has the key of a request that took effect gets the answer of that one, and takes none.
 */
export function ledger(faults: readonly ((id: string) => Answerer)[]): Ledger {
  const entries = new Map<string, Entry>();
  const done = new Map<string, string>();
  // Counted for each kind of request by itself, in whatever order they arrive.
  const turns = new Map<string, number>();
  return {
    entries,
    answer(request, response) {
      const id = identityOf(request);
      const key = request.headers["idempotency-key"]?.toString();
      const entry = entries.get(id) ?? { keys: [], effects: 0, repeats: 0 };
      entries.set(id, entry);
      entry.keys.push(key);

      const kind = `${request.method} ${key === undefined ? "alone" : "with a key"}`;
      const at = turns.get(kind) ?? 0;
      turns.set(kind, at + 1);
      // Which fault it is, of all so far; the first half of a pair comes before the effect, the other after it.
      const faulty = at % 10 === 0 ? at / 10 : -1;
      const fault = faults[Math.floor(faulty / 2) % faults.length]?.(id);
      const earlier = key === undefined ? undefined : done.get(key);
      if (earlier !== undefined) entry.repeats++;
      else if (fault === undefined || faulty % 2 === 1) {
        entry.effects++;
        if (key !== undefined) done.set(key, id);
      }
      const status = request.method === "POST" ? 201 : 200;
      const play = fault ?? reply(status, { id: earlier ?? id });
      return play(request, response);
    },
  };
}

function identityOf({ method, url, body }: Arrived): string {
  return method === "POST"
    ? (JSON.parse(body) as { name: string }).name
    : (url.split("/").at(-1) ?? "");
}
