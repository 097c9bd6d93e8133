/**
 * Measures what calls cost in a process of its own: `node --expose-gc measure-call.ts <URL of the server>`.
 * Prints the microseconds of processor time that a call takes in each round, as JSON, by who makes it. All of
 * them ask for the same, one call after the other, and each goes first as often as the others.
 */
import createFetchClient from "openapi-fetch";
import {
  createClient,
  listWebhookSubscriptions,
} from "../../generated/bird/dist/index.js";

/** As much of Bird's description as is called, in the words of openapi-typescript. */
interface Paths {
  "/workspaces/{workspaceId}/webhook-subscriptions": {
    get: {
      parameters: {
        path: { workspaceId: string };
        query: { limit: number; pageToken: string };
      };
      responses: {
        200: { content: { "application/json": { results: object[] } } };
      };
    };
  };
}

const rounds = 60;
const warmUps = 10;
const calls = 400;

const [url = ""] = process.argv.slice(2);
const workspaceId = "9e3b6c1a-7f3f-4a53-9d7b-1c8d2f0a5e11";
const query = { limit: 20, pageToken: "page 2" };
const authorization = "AccessKey access-key-of-forty-letters-or-so-0123";
const accept = "application/json";

const ours = createClient({
  accessKey: authorization.replace("AccessKey ", ""),
  baseUrl: url,
});
const theirs = createFetchClient<Paths>({
  baseUrl: url,
  headers: { authorization, accept },
});

/** By who makes the call: gives how many results there are. */
const callers: Readonly<Record<string, () => Promise<number | undefined>>> = {
  fetch: () => bare({}),
  // What any client pays that ends a call in time.
  "fetch with a timer": async () => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 60_000);
    const count = await bare({ signal: stop.signal });
    clearTimeout(timer);
    return count;
  },
  telltale: async () => {
    const params = { workspaceId, ...query };
    return (await listWebhookSubscriptions(ours, params)).results?.length;
  },
  "openapi-fetch": async () => {
    const path = "/workspaces/{workspaceId}/webhook-subscriptions";
    const params = { path: { workspaceId }, query };
    return (await theirs.GET(path, { params })).data?.results.length;
  },
};

async function bare(init: RequestInit): Promise<number> {
  const path = `workspaces/${workspaceId}/webhook-subscriptions`;
  const asked = `limit=${query.limit}&pageToken=${encodeURIComponent(query.pageToken)}`;
  const headers = { authorization, accept };
  const response = await fetch(`${url}/${path}?${asked}`, { headers, ...init });
  const body = (await response.json()) as { results: object[] };
  return body.results.length;
}

const names = Object.keys(callers);
const taken = new Map(names.map((name): [string, number[]] => [name, []]));
for (let round = 0; round < rounds + warmUps; round++)
  for (let turn = 0; turn < names.length; turn++) {
    const name = names[(round + turn) % names.length] ?? "";
    const microseconds = await measure(callers[name]);
    if (round >= warmUps) taken.get(name)?.push(microseconds);
  }
process.stdout.write(JSON.stringify(Object.fromEntries(taken)));

/** Processor time of this process, garbage collection among it, for one call. */
async function measure(call = callers["fetch"]): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let count = 0; count < calls; count++)
    if ((await call?.()) !== 2) throw new Error("not what was sent");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}
