// Generated from the runtime of telltale. Do not edit.

import { authorise } from "./authorise.js";
import { type Answer, type Call, makeCall } from "./call.js";
import type { Client, RequestOptions } from "./client.js";
import { either } from "./either.js";
import { attribute } from "./error-of.js";
import { isFailure } from "./errors.js";
import { connectionError, requestError } from "./failures.js";
import { limited, timedOut } from "./limited.js";
import type { Operation } from "./operation.js";
import { isBrowser } from "./platform.js";
import { prepare, urlOf } from "./prepare.js";
import { discard } from "./read.js";
import { receive } from "./receive.js";
import {
  backoff,
  isRetryableStatus,
  maySendAgain,
  retryDelay,
  retryLimit,
} from "./retry.js";

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
  const failureOf = (error: unknown) =>
    isFailure(error)
      ? error
      : error === timedOut
        ? requestError(operation, "timeout")
        : signal?.aborted &&
          requestError(operation, "abort", { cause: signal.reason });
  const broken = (error: unknown) =>
    attribute(failureOf(error) || connectionError(operation, error), identity);
  return makeCall((isClaimed) =>
    transfer(client, operation, params, options, isClaimed, broken).catch(
      (error: unknown) => {
        const failure = failureOf(error);
        throw failure ? attribute(failure, identity) : error;
      },
    ),
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
): Promise<Answer> {
  const { options: defaults, schemes, platform } = client["~state"]();
  const request = prepare(operation, params, client, options);
  const fetch = options.fetch ?? defaults.fetch ?? globalThis.fetch;
  const timeout = options.timeout ?? defaults.timeout ?? 60_000;
  const totalTimeout =
    options.totalTimeout ?? defaults.totalTimeout ?? Infinity;
  const { duplex } = request;
  const retries =
    !duplex && maySendAgain(operation, request.headers)
      ? retryLimit(options.retry ?? defaults.retry)
      : 0;

  return limited(options.signal, totalTimeout, async (signal) => {
    await authorise(request, operation, schemes);
    const claimed = isClaimed(); // the caller's turn is over
    const outlives = claimed || operation.streams;

    for (let retry = 0; ; retry++) {
      let delay: number | undefined;

      /** One attempt: an answer, or nothing and a delay after which to try again. */
      const attempt = async (
        signal: AbortSignal,
      ): Promise<Answer | undefined> => {
        const response = await fetch(urlOf(request), {
          method: operation.method,
          headers: request.headers,
          body: request.body,
          ...(duplex && { duplex }),
          // Nobody else's server gets the credentials. A browser hides redirects: it follows them.
          redirect: isBrowser() ? "follow" : "manual",
          // A body that is read when we are gone follows the caller's signal; the link keeps nothing alive.
          signal:
            outlives && options.signal
              ? either(options.signal, signal)
              : signal,
        });
        if (retry < retries && isRetryableStatus(response.status)) {
          delay = retryDelay(
            retry,
            response.headers,
            platform.now(),
            platform.random,
          );
          if (delay !== undefined) {
            discard(response);
            return undefined;
          }
        }
        return receive(operation, response, claimed, broken);
      };

      try {
        const answer = await limited(signal, timeout, attempt);
        if (answer) return answer;
      } catch (error) {
        if (signal.aborted || isFailure(error)) throw error;
        if (retry >= retries)
          throw error === timedOut ? error : connectionError(operation, error);
        delay = backoff(retry, platform.random);
      }
      await platform.sleep(delay ?? 0, signal);
    }
  });
}
