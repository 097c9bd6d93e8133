import {
  type ApiError,
  isApiError,
  isRequestError,
  type RequestError,
} from "../client/index.ts";

/** @throws Error unless both are the same JSON, whatever the order of members. */
export function equal(actual: unknown, expected: unknown): void {
  const [is, wanted] = [actual, expected].map((value) =>
    value === undefined ? "undefined" : JSON.stringify(value, sorted),
  );
  if (is !== wanted)
    throw new Error(`${is?.slice(0, 400)} is not ${wanted?.slice(0, 400)}`);
}

const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;

/** What the work fails with. */
export async function failure(work: PromiseLike<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await work;
  } catch (error) {
    return error;
  }
  throw new Error(`nothing failed, it gave ${JSON.stringify(value)}`);
}

/** The error of a call that gets no usable answer, for this reason. */
export async function requestError(
  work: PromiseLike<unknown>,
  reason: RequestError["reason"],
): Promise<RequestError> {
  const error = await failure(work);
  if (!isRequestError(error))
    throw new Error(`${String(error)} is no RequestError`);
  equal(error.reason, reason);
  return error;
}

/** The error of a call that is answered by this status. */
export async function apiError(
  work: PromiseLike<unknown>,
  status: number,
): Promise<ApiError> {
  const error = await failure(work);
  if (!isApiError(error)) throw new Error(`${String(error)} is no ApiError`);
  equal(error.status, status);
  return error;
}

/** The message of the `TypeError` that says that an argument is wrong. */
export async function wrongArgument(
  work: PromiseLike<unknown>,
): Promise<string> {
  const error = await failure(work);
  if (!(error instanceof TypeError))
    throw new Error(`${String(error)} is no TypeError`);
  return error.message;
}

/** All values, in an array. */
export async function collect<T>(
  values: AsyncIterable<T>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until it is so; a case that waits in vain runs out of its time. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(10);
}
