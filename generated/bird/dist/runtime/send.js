// Generated from the runtime of telltale. Do not edit.

import { makeCall } from "./call.js";
import { either } from "./either.js";
import { isOwn } from "./error-of.js";
import { isFailure } from "./errors.js";
import { connectionError, requestError } from "./failures.js";
import { prepare, urlOf } from "./prepare.js";
import { discard } from "./read.js";
import { receive } from "./receive.js";
/**
 * Sends the request of an emitted operation; the only module that does I/O. `identity` is the function
 * that the caller called, for `isErrorOf`.
 */
export function send(client, identity, operation, params, options = {}) {
  const { signal } = options;
  const isOurs = (error) => isOwn(error, identity);
  // What ends a request, and a stream once the call has ended: the caller's signal, or the network.
  const broken = (error) => {
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
      ).catch((error) => {
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
  client,
  operation,
  params,
  options,
  isClaimed,
  broken,
  isOurs,
) {
  const { options: defaults, schemes, platform } = client["~state"]();
  const option = (name) => options[name] ?? defaults[name];
  const request = prepare(operation, params, client, options);
  const fetch = option("fetch") ?? globalThis.fetch;
  await undefined;
  const claimed = isClaimed();
  const late = () => requestError(operation, "timeout");
  // A body that is read when we are gone follows the caller's signal; the link keeps nothing alive.
  const outliving = claimed || operation.streams ? options.signal : undefined;
  const once = async (attempt) => {
    const headers = new Headers(attempt.headers);
    const query = [...attempt.query];
    await attempt.security?.(
      {
        headers,
        query,
      },
      schemes,
    );
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
  ].reduceRight((next, feature) => (attempt) => feature(attempt, next), once);
  return platform.limited(
    options.signal,
    option("totalTimeout") ?? Infinity,
    late,
    async (signal) => {
      for (let retry = 0; ; retry++) {
        let delay;
        const again = (response) =>
          operation.repeat?.(
            request,
            platform,
            option("retry"),
            retry,
            response,
          );
        /** One attempt: an answer, or nothing and a delay after which to try again. */
        const attempt = async (signal) => {
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
            ? receive(operation, response, claimed, broken).catch((error) => {
                throw broken(error);
              })
            : discard(response);
        };
        try {
          const answer = await platform.limited(
            signal,
            option("timeout") ?? 6e4,
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
