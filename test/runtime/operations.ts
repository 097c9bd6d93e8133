// Operations as they are emitted, by hand.
import { anyOf } from "../../templates/runtime/authorise.ts";
import { jsonBody, sending } from "../../templates/runtime/body.ts";
import type { Call } from "../../templates/runtime/call.ts";
import type { Client, RequestOptions } from "../../templates/runtime/client.ts";
import { cookieForm } from "../../templates/runtime/cookie.ts";
import type { ApiError, RequestError } from "../../templates/runtime/errors.ts";
import { simple } from "../../templates/runtime/header.ts";
import { parameters } from "../../templates/runtime/parameters.ts";
import { simplePath } from "../../templates/runtime/path.ts";
import { cursor } from "../../templates/runtime/page-cursor.ts";
import {
  type PageOptions,
  paginate,
  type PaginationError,
  type Paginator,
} from "../../templates/runtime/pagination.ts";
import { deepObject, form } from "../../templates/runtime/query.ts";
import { json, nothing } from "../../templates/runtime/read.ts";
import { idempotent, withKey } from "../../templates/runtime/retry.ts";
import { send } from "../../templates/runtime/send.ts";
import type {
  HttpStatus5xx,
  OtherStatus,
} from "../../templates/runtime/status.ts";

export interface Pet {
  id: string;
}
export interface GetPetParams {
  petId: string;
}
export type GetPetError =
  | ApiError<401, { code: "unauthorised" }>
  | ApiError<404, undefined>
  | ApiError<HttpStatus5xx, { trace: string }>
  | ApiError<OtherStatus<401 | 404 | HttpStatus5xx>, unknown>
  | RequestError;

export function getPet(
  client: Client,
  params: GetPetParams,
  options?: RequestOptions,
): Call<Pet, GetPetError> {
  return send(
    client,
    getPet,
    {
      method: "GET",
      path: "/pets/{petId}",
      pathParameters: simplePath,
      accept: "application/json",
      responses: { 200: json, 401: json, 404: nothing, "5XX": json },
      repeat: idempotent,
    },
    params,
    options,
  );
}

export interface GetFileParams {
  name: string;
}
export function getFile(
  client: Client,
  params: GetFileParams,
  options?: RequestOptions,
): Call<Pet, RequestError> {
  return send(
    client,
    getFile,
    {
      method: "GET",
      path: "/files/{name}.json",
      pathParameters: simplePath,
      responses: { 200: json },
      repeat: idempotent,
    },
    params,
    options,
  );
}

export interface CreatePetParams {
  "Idempotency-Key"?: string;
  "X-Tags"?: string[];
  session?: string;
  dryRun?: boolean;
  filter?: { name?: string; born?: { after?: string } };
  body?: { name: string };
}
export type CreatePetError =
  ApiError<OtherStatus, { message: string }> | RequestError;

export function createPet(
  client: Client,
  params: CreatePetParams = {},
  options?: RequestOptions,
): Call<Pet, CreatePetError> {
  return send(
    client,
    createPet,
    {
      method: "POST",
      path: "/pets",
      query: parameters({ dryRun: form, petFilter: [deepObject, "filter"] }),
      header: parameters({ "Idempotency-Key": simple, "X-Tags": simple }),
      cookie: parameters({ session: cookieForm }),
      body: sending(jsonBody),
      accept: "application/json",
      responses: { 201: json, default: json },
      repeat: withKey("Idempotency-Key"),
    },
    params,
    options,
  );
}

/** Like `createPet`, but it declares no idempotency key. */
export function adoptPet(
  client: Client,
  params: GetPetParams,
  options?: RequestOptions,
): Call<undefined, RequestError> {
  return send(
    client,
    adoptPet,
    {
      method: "POST",
      path: "/pets/{petId}/adoption",
      pathParameters: simplePath,
      responses: { 204: nothing },
      security: anyOf(["key", "session"], ["token"], []),
    },
    params,
    options,
  );
}

export interface ListPetsParams {
  limit?: number;
  pageToken?: string;
}
export interface ListPetsPage {
  results?: Pet[] | null;
  nextPageToken?: string | null;
}
export type ListPetsError =
  | ApiError<401, { code: "unauthorised" }>
  | ApiError<OtherStatus<401>, unknown>
  | RequestError;

export function listPets(
  client: Client,
  params: ListPetsParams = {},
  options?: RequestOptions,
): Call<ListPetsPage, ListPetsError> {
  return send(
    client,
    listPets,
    {
      method: "GET",
      path: "/pets",
      query: parameters({ limit: form, pageToken: form }),
      accept: "application/json",
      responses: { 200: json, 401: json },
      security: anyOf(["token"]),
      repeat: idempotent,
    },
    params,
    options,
  );
}

export function paginatePets(
  client: Client,
  params: ListPetsParams = {},
  options?: PageOptions,
): Paginator<Pet, ListPetsPage, ListPetsError | PaginationError> {
  return paginate(
    client,
    paginatePets,
    listPets,
    cursor({
      items: ["results"],
      next: ["nextPageToken"],
      parameter: "pageToken",
    }),
    params,
    options,
  );
}
