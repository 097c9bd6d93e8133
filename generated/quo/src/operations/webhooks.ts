// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

/** Operations related to webhooks */

import { anyOf } from "../runtime/authorise.js";
import type { Call } from "../runtime/call.js";
import type { Client, RequestOptions } from "../runtime/client.js";
import type { ApiError, RequestError } from "../runtime/errors.js";
import { parameters } from "../runtime/parameters.js";
import { form } from "../runtime/query.js";
import { json, jsonOf } from "../runtime/read.js";
import { idempotent } from "../runtime/retry.js";
import { send } from "../runtime/send.js";
import type { OtherStatus } from "../runtime/status.js";
import {
  type ListWebhooksBadRequest,
  type ListWebhooksForbidden,
  type ListWebhooksInternalServerError,
  type ListWebhooksNotFound,
  type ListWebhooksResponse,
  type ListWebhooksUnauthorized,
  listWebhooksResponseShape,
} from "../types/list-webhooks.js";

export interface ListWebhooksParams {
  /**
   * The unique identifier the user. Defaults to the workspace owner. Pattern:
   * `^US(.*)$`. Example: `"U55wgP5I5"`.
   */
  userId?: string;
}

export type ListWebhooksError =
  | ApiError<400, ListWebhooksBadRequest>
  | ApiError<401, ListWebhooksUnauthorized>
  | ApiError<403, ListWebhooksForbidden>
  | ApiError<404, ListWebhooksNotFound>
  | ApiError<500, ListWebhooksInternalServerError>
  | ApiError<OtherStatus<400 | 401 | 403 | 404 | 500>, unknown>
  | RequestError;

/**
 * Lists all webhooks
 *
 * List all webhooks for a user.
 *
 * `GET /v1/webhooks`
 */
export function listWebhooks(
  client: Client,
  params?: ListWebhooksParams,
  options?: RequestOptions,
): Call<ListWebhooksResponse, ListWebhooksError> {
  return send(
    client,
    listWebhooks,
    {
      method: "GET",
      path: "/v1/webhooks",
      query: parameters({ userId: form }),
      accept: "application/json",
      responses: {
        200: jsonOf(listWebhooksResponseShape),
        400: json,
        401: json,
        403: json,
        404: json,
        500: json,
      },
      security: anyOf(["apiKey"]),
      repeat: idempotent,
    },
    params,
    options,
  );
}
