import assert from "node:assert/strict";

/** Gets the address of the server; throws if something is not as it should be. */
export type Check = (url: string) => Promise<void>;

/** What a promise is rejected with. */
export async function failureOf(
  promise: PromiseLike<unknown>,
): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it should have failed");
}

/** A wrong argument, refused in every form in which a call can be read. */
export async function isRefused<T>(
  call: () => PromiseLike<T> & {
    result(): Promise<unknown>;
    response(): Promise<unknown>;
  },
): Promise<void> {
  assert.ok((await failureOf(call())) instanceof TypeError);
  assert.ok((await failureOf(call().result())) instanceof TypeError);
  assert.ok((await failureOf(call().response())) instanceof TypeError);
}
