// Generated from the runtime of telltale. Do not edit.

import { urlOf } from "./prepare.js";
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
    await after?.(response, seen);
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
