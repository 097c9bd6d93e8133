// Generated from the runtime of telltale. Do not edit.

import { urlOf } from "./prepare.js";
import { discard } from "./read.js";
/** Calls your code around each attempt: `createClient({ use: [hooks({ before, after })] })`. */
export function hooks({ before, after, failed }) {
  return async (attempt, next) => {
    const seen = hookedRequest(attempt);
    await before?.(seen);
    let response;
    try {
      response = await next(attempt);
    } catch (error) {
      await failed?.(error, seen);
      throw error;
    }
    try {
      await after?.(response, seen);
    } catch (error) {
      if (!attempt.signal) discard(response);
      throw error;
    }
    return response;
  };
}
const hookedRequest = (attempt) => ({
  method: attempt.init.method,
  path: attempt.operation.path,
  url: urlOf(attempt.url, attempt.query),
  headers: attempt.headers,
  retry: attempt.retry,
});
