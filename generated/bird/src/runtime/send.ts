// Generated from the runtime of telltale. Do not edit.

import { type Answer, type Call, makeCall } from "./call.js";
import type { Client, ClientOptions, RequestOptions } from "./client.js";
import { either } from "./either.js";
import { attribute } from "./error-of.js";
import { isFailure } from "./errors.js";
import { connectionError, requestError } from "./failures.js";
import { limited } from "./limited.js";
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
  const failed = (error: unknown): unknown => {
    const failure =
      signal?.aborted && !isFailure(error)
        ? requestError(operation, "abort", { cause: signal.reason })
        : error;
    return isFailure(failure) ? attribute(failure, identity) : failure;
  };
  // What ends a stream once the call has ended.
  const broken = (error: unknown) =>
    failed(
      signal?.aborted || isFailure(error)
        ? error
        : connectionError(operation, error),
    ) as Error;
  return makeCall((isClaimed) =>
    transfer(client, operation, params, options, isClaimed, broken).catch(
      (error: unknown) => {
        throw failed(error);
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
  const option = <Name extends keyof ClientOptions>(
    name: Name,
  ): ClientOptions[Name] => options[name] ?? defaults[name];
  const request = prepare(operation, params, client, options);
  const fetch = option("fetch") ?? globalThis.fetch;
  const late = () => requestError(operation, "timeout");

  return limited(
    options.signal,
    option("totalTimeout") ?? Infinity,
    late,
    async (signal) => {
      await operation.security?.(request, schemes);
      const claimed = isClaimed(); // the caller's turn is over
      const outlives = claimed || operation.streams;

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
          signal: AbortSignal,
        ): Promise<Answer | undefined> => {
          const response = await fetch(urlOf(request), {
            ...request.init,
            // A body that is read when we are gone follows the caller's signal; the link keeps nothing alive.
            signal:
              outlives && options.signal
                ? either(options.signal, signal)
                : signal,
          });
          delay = again(response);
          return delay === undefined
            ? receive(operation, response, claimed, broken)
            : discard(response);
        };

        try {
          const answer = await limited(
            signal,
            option("timeout") ?? 60_000,
            late,
            attempt,
          );
          if (answer) return answer;
        } catch (error) {
          const failure = isFailure(error)
            ? error
            : connectionError(operation, error);
          delay = failure.response ? undefined : again();
          if (signal.aborted || delay === undefined) throw failure;
        }
        await platform.sleep(delay ?? 0, signal);
      }
    },
  );
}
