// Generated from the runtime of telltale. Do not edit.

import { type Answer, type Call, makeCall } from "./call.js";
import type { CallOptions, Client, RequestOptions } from "./client.js";
import { either } from "./either.js";
import { isOwn } from "./error-of.js";
import { type ApiError, isFailure, type RequestError } from "./errors.js";
import { connectionError, requestError } from "./failures.js";
import type { RequestTransport } from "./feature.js";
import type { Operation } from "./operation.js";
import { prepare, urlOf } from "./prepare.js";
import { discard } from "./read.js";
import { receive } from "./receive.js";

/**
 * Sends the request of an emitted operation; the only module that does I/O. `identity` is the function
 * that the caller called, for `isErrorOf`.
 */
export function send<Data, Failure, Known extends object = {}>(
  client: Client,
  identity: unknown,
  operation: Operation,
  params: object | undefined,
  options: RequestOptions = {},
): Call<Data, Failure, Known> {
  const { signal } = options;
  const isOurs = (error: unknown): error is ApiError | RequestError =>
    isOwn(error, identity);
  // What ends a request, and a stream once the call has ended: the caller's signal, or the network.
  const broken = (error: unknown): Error => {
    const failure = signal?.aborted
      ? requestError(operation, "abort", { cause: signal.reason })
      : isFailure(error)
        ? error
        : connectionError(operation, error);
    isOurs(failure);
    return failure;
  };
  return makeCall(
    (isClaimed) =>
      transfer(
        client,
        operation,
        params,
        options,
        isClaimed,
        broken,
        isOurs,
      ).catch((error: unknown) => {
        // A reason may be anything, the error of another call as well.
        if (signal?.aborted && error === signal.reason) throw broken(error);
        isOurs(error);
        throw error;
      }),
    isOurs,
  );
}

/** All attempts, and the waits between them. */
async function transfer(
  client: Client,
  operation: Operation,
  params: object | undefined,
  options: RequestOptions,
  isClaimed: () => boolean,
  broken: (error: unknown) => Error,
  isOurs: (error: unknown) => error is ApiError | RequestError,
): Promise<Answer> {
  const { options: defaults, schemes, platform } = client["~state"]();
  const option = <Name extends keyof CallOptions>(
    name: Name,
  ): CallOptions[Name] => options[name] ?? defaults[name];
  const request = prepare(operation, params, client, options);
  const fetch = option("fetch") ?? globalThis.fetch;
  await undefined;
  const claimed = isClaimed(); // the caller's turn is over
  const late = () => requestError(operation, "timeout");

  // A body that is read when we are gone follows the caller's signal; the link keeps nothing alive.
  const outliving = claimed || operation.streams ? options.signal : undefined;
  const once: RequestTransport = async (attempt) => {
    const headers = new Headers(attempt.headers);
    const query = [...attempt.query];
    await attempt.security?.({ headers, query }, schemes);
    const signal = attempt.signal ?? null;
    try {
      return await fetch(urlOf(attempt.url, query), {
        ...attempt.init,
        headers,
        signal: outliving && signal ? either(outliving, signal) : signal,
      });
    } catch (error) {
      throw broken(error);
    }
  };
  const transport = [
    ...(defaults.use ?? []),
    ...(operation.use ?? []),
  ].reduceRight<RequestTransport>(
    (next, feature) => (attempt) => feature(attempt, next),
    once,
  );

  return platform.limited(
    options.signal,
    option("totalTimeout") ?? Infinity,
    late,
    async (signal) => {
      for (let retry = 0; ; retry++) {
        let delay: number | undefined;
        const again = (response?: Response): number | undefined =>
          operation.repeat?.(
            request,
            platform,
            option("retry"),
            retry,
            response,
          );

        /** One attempt: an answer, or nothing and a delay after which to try again. */
        const attempt = async (
          signal: AbortSignal | undefined,
        ): Promise<Answer | undefined> => {
          const { security } = operation;
          const response = await transport({
            ...request,
            operation,
            retry,
            security,
            signal,
          });
          delay = again(response);
          return delay === undefined
            ? receive(operation, response, claimed, broken).catch(
                (error: unknown) => {
                  throw broken(error);
                },
              )
            : discard(response);
        };

        try {
          const answer = await platform.limited(
            signal,
            option("timeout") ?? 60_000,
            late,
            attempt,
          );
          if (answer) return answer;
        } catch (error) {
          // What arrived is no fault of the network's, nor is what the caller's own code throws.
          if (isOurs(error) && !error.response && !signal?.aborted)
            delay = again();
          if (delay === undefined) throw error;
        }
        await platform.sleep(delay ?? 0, signal);
      }
    },
  );
}
