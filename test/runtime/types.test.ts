// What must compile, and what must not: the type checker is the judge, running it proves little.
import { expect, expectTypeOf, test } from "vitest";
import {
  type ApiError,
  type Call,
  type Client,
  type ClientOptions,
  type Credential,
  type ErrorOf,
  type HttpStatus,
  isApiError,
  isErrorOf,
  isRequestError,
  type OtherStatus,
  type PaginationError,
  type RangeStatus,
  type RequestError,
  type RequestOptions,
} from "../../templates/runtime/index.ts";
import { httpScheme } from "../../templates/runtime/auth.ts";
import { makeClient } from "../../templates/runtime/client.ts";
import {
  type GetPetError,
  getPet,
  listPets,
  type ListPetsError,
  type Pet,
  paginatePets,
} from "./operations.ts";

interface CreateClientOptions extends ClientOptions {
  accessKey: Credential;
}
function createClient(options: CreateClientOptions): Client {
  return makeClient(options, "https://api.bird.com", {
    accessKey: httpScheme("AccessKey", options.accessKey),
  });
}

test("types", () => {
  expect(createClient({ accessKey: "k" }).baseUrl).toBe("https://api.bird.com");
  expect(createClient({ accessKey: "k", baseUrl: "https://x" }).baseUrl).toBe(
    "https://x",
  );
  // @ts-expect-error the credential is required
  expect(createClient({}).baseUrl).toBe("https://api.bird.com");

  expectTypeOf<ErrorOf<typeof getPet>>().toEqualTypeOf<GetPetError>();
  expectTypeOf<ErrorOf<typeof paginatePets>>().toEqualTypeOf<
    ListPetsError | PaginationError
  >();
  expectTypeOf<ErrorOf<() => number>>().toEqualTypeOf<never>();
  expectTypeOf<ReturnType<typeof getPet>>().toExtend<Promise<Pet>>();
  expectTypeOf<GetPetError>().toExtend<ApiError | RequestError>();
  expectTypeOf<RangeStatus<"5XX">>().toExtend<HttpStatus>();
  expectTypeOf<OtherStatus<404>>().toEqualTypeOf<Exclude<HttpStatus, 404>>();
});

/** Never called. */
export async function narrowing(client: Client): Promise<unknown> {
  const result = await getPet(client, { petId: "1" }).result();
  if (result.ok) return result.data satisfies Pet;
  // @ts-expect-error there is no data in a failure
  void result.data;
  switch (result.error.status) {
    case 401:
      return result.error.body.code satisfies "unauthorised";
    case 404:
      return result.error.body satisfies undefined;
    case 503:
      return result.error.body.trace satisfies string;
    case 429:
      return result.error.headers.get("retry-after");
    case undefined:
      return result.error.reason satisfies
        "connection" | "timeout" | "abort" | "decode" | "redirect" | "limit";
    // @ts-expect-error a status that is none
    case 4299:
      return;
    default:
      return result.error.body satisfies unknown;
  }
}

/** Never called. */
export async function catching(client: Client): Promise<unknown> {
  try {
    for await (const pet of paginatePets(client)) pet satisfies Pet;
  } catch (error) {
    if (isErrorOf(paginatePets, error)) {
      if (error.status === 401) return error.body.code satisfies "unauthorised";
      if (error.status === undefined && error.reason === "items")
        return error.page satisfies number;
      return;
    }
    // @ts-expect-error not narrowed
    void error.status;
    if (isErrorOf(listPets, error) && error.status === 401)
      return error.body.code satisfies "unauthorised";
    if (isApiError(error)) return error.status satisfies number;
    if (isRequestError(error)) return error.response;
  }
  // @ts-expect-error a parameter that there is not
  void listPets(client, { limt: 1 });
  // @ts-expect-error a required parameter
  void getPet(client, {});
  // @ts-expect-error a mere promise is no call
  const call: Call<Pet, never> = Promise.resolve({ id: "1" });
  return call;
}

export const explicit: RequestOptions = {
  signal: undefined,
  timeout: undefined,
  totalTimeout: undefined,
  retry: undefined,
  headers: undefined,
  fetch: undefined,
  baseUrl: undefined,
};
export const platformFetch: RequestOptions = { fetch: globalThis.fetch };
export const isThrottled = (error: ListPetsError): boolean =>
  error.status !== undefined && (error.status === 429 || error.status >= 500);
