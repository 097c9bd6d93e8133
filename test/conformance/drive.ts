import type { OperationPlan } from "../../generator/ir/operation-plan.ts";
import type { Emitted, EmittedFunction } from "./client.ts";
import { deriveCall } from "./derive-call.ts";
import type { Document } from "./document.ts";
import { findOperation, type Target } from "./find-operation.ts";
import { judge } from "./judge.ts";
import { isJson } from "./media-type.ts";
import { arriving } from "./parameters.ts";
import { exchangesOf } from "./resume.ts";
import { difference } from "./same-value.ts";
import {
  type Exchange,
  playedAt,
  type PlayedResponse,
  type Scenario,
} from "./scenarios.ts";
import { sentTooMuch } from "./sent-too-much.ts";

/** What scenarios are driven against. */
export interface Ground {
  readonly url: string;
  readonly assets: readonly Uint8Array[];
  /** The documents of a scenario, oldest first. */
  readonly documentsOf: (scenario: Scenario) => readonly Document[];
  readonly clientOf: (document: Document) => Promise<Emitted>;
}

/** Plays a scenario as its caller. What went wrong, if anything did. */
export async function drive(
  scenario: Scenario,
  ground: Ground,
): Promise<string | undefined> {
  try {
    const calls: PreparedCall[] = [];
    const exchanges = exchangesOf(scenario);
    for (const exchange of exchanges) {
      const target = findOperation(exchange, ground.documentsOf(scenario));
      // A page at a URL of its own, to which the helper has to find by itself.
      if (target === undefined && calls[0]?.plan.pages !== undefined) continue;
      if (target === undefined)
        return `no operation is ${exchange.method} ${exchange.uri}`;
      const call = await prepare(exchange, target, scenario, ground);
      const fault = await driveOne(call, ground);
      if (fault !== undefined) return fault;
      calls.push(call);
    }
    return await drivePages(calls, exchanges, ground);
  } catch (error) {
    return String(error);
  }
}

interface PreparedCall {
  readonly exchange: Exchange;
  readonly target: Target;
  readonly emitted: Emitted;
  readonly plan: OperationPlan;
  readonly args: readonly unknown[];
  /** The body of the last response. */
  readonly arrived: () => Promise<Uint8Array>;
  /** What the last request had too much. */
  readonly excess: () => string | undefined;
}

async function prepare(
  exchange: Exchange,
  target: Target,
  scenario: Scenario,
  { assets, clientOf, url: server }: Ground,
): Promise<PreparedCall> {
  const emitted = await clientOf(target.document);
  const plan = emitted.planOf(target.operation);
  if (plan === undefined) throw new Error("the client has no such operation");
  const { clientOptions, headers, params } = deriveCall(
    exchange,
    target,
    plan.request,
    emitted,
    scenario,
    assets,
  );
  const expected = arriving(exchange, target);
  let arrived: Promise<ArrayBuffer> | undefined;
  let excess: string | undefined;
  const client = emitted.module.createClient({
    ...clientOptions,
    baseUrl: server + target.prefix,
    retry: false,
    fetch: async (url: string, init: RequestInit) => {
      excess = sentTooMuch(url, init, expected);
      const response = await fetch(url, init);
      arrived = response.clone().arrayBuffer();
      return response;
    },
  });
  const options = { headers };
  return {
    exchange,
    target,
    emitted,
    plan,
    args:
      plan.params === undefined ? [client, options] : [client, params, options],
    arrived: async () => new Uint8Array((await arrived) ?? []),
    excess: () => excess,
  };
}

async function driveOne(
  { args, arrived, emitted, excess, exchange, plan, target }: PreparedCall,
  { assets, url }: Ground,
): Promise<string | undefined> {
  const operation = emitted.module[plan.name.name] as EmittedFunction;
  const result = await operation(...args).result();
  if (!result.ok && !emitted.module.isErrorOf(operation, result.error))
    return "the error is not the operation's";
  const wrong = excess();
  if (wrong !== undefined) return wrong;
  return judge({
    result,
    played: exchange.response,
    target,
    arrived: await arrived(),
    assets,
    url,
    tags: emitted.tags,
  });
}

/** Pages of one operation once more, by its page helper if the client has one. */
async function drivePages(
  [first]: readonly PreparedCall[],
  exchanges: readonly Exchange[],
  { url }: Ground,
): Promise<string | undefined> {
  const pages = first?.plan.pages;
  if (first === undefined || pages === undefined || exchanges.length < 2)
    return undefined;
  const { args, emitted } = first;
  const paginate = emitted.module[pages.name.name] as EmittedFunction;
  const found: unknown[] = [];
  for await (const page of paginate(...args).pages()) found.push(page);
  if (found.length !== exchanges.length)
    return `there are ${found.length} pages, not ${exchanges.length}`;
  const played = exchanges.map(({ response }, index) =>
    playedPage(response, url, found[index]),
  );
  const expected = played.flatMap((page) =>
    pages.rule.items.reduce<any>((at, key) => at[key], page),
  );
  const items = await paginate(...args).toArray();
  return (
    difference(found, played, emitted.tags) ??
    difference(items, expected, emitted.tags)
  );
}

/** What the server works out by itself the index does not have: then what came is what is wanted. */
function playedPage(
  { body }: PlayedResponse,
  url: string,
  arrived: unknown,
): unknown {
  const raw = body?.raw?.replaceAll(playedAt, url);
  if (body === undefined || raw === undefined) return arrived;
  return isJson(body.contentType) ? JSON.parse(raw) : raw;
}
