// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/** Manage webhooks */

import { anyOf } from "../runtime/authorise.js";
import type { Call } from "../runtime/call.js";
import type { Client, RequestOptions } from "../runtime/client.js";
import type { ApiError, RequestError } from "../runtime/errors.js";
import { cursor } from "../runtime/page-cursor.js";
import type { PaginationError } from "../runtime/page-error.js";
import {
  type PageOptions,
  type Paginator,
  paginate,
} from "../runtime/pagination.js";
import { parameters } from "../runtime/parameters.js";
import { simplePath } from "../runtime/path.js";
import { deepObject, form } from "../runtime/query.js";
import { json } from "../runtime/read.js";
import { idempotent } from "../runtime/retry.js";
import { send } from "../runtime/send.js";
import type { OtherStatus } from "../runtime/status.js";
import type { ListWebhookSubscriptionsResponse } from "../types/list-webhook-subscriptions.js";
import type { WebhookSubscription } from "../types/webhook-subscription.js";

export interface ListWebhookSubscriptionsParams {
  workspaceId: string;
  /**
   * You can use this parameter to filter the results based on the search
   * criteria.
   * To get all subscriptions for the service channels, you can use it like
   * this: SearchFilter[service]=channels
   */
  SearchFilter?: Record<string, string>;
  /**
   * Limits the number of results to return. Range: at most 100. Default: `25`.
   */
  limit?: number;
  /** The cursor that keeps track of the current position in the results. */
  pageToken?: string;
}

export type ListWebhookSubscriptionsError =
  ApiError<OtherStatus, unknown> | RequestError;

/**
 * List all webhook subscriptions
 *
 * This endpoint allows you to list all webhook subscriptions for a workspace.
 * You can filter the subscriptions by interactionType, status, and other
 * filters.
 * This will return a maximum of 100 webhook subscriptions per page, but 10 as
 * default. You can use the `limit` and `cursor` query parameters to paginate
 * the results. Learn more about pagination in the Common API Usage pagination
 * section.
 *
 * `GET /workspaces/{workspaceId}/webhook-subscriptions`
 */
export function listWebhookSubscriptions(
  client: Client,
  params: ListWebhookSubscriptionsParams,
  options?: RequestOptions,
): Call<ListWebhookSubscriptionsResponse, ListWebhookSubscriptionsError> {
  return send(
    client,
    listWebhookSubscriptions,
    {
      method: "GET",
      path: "/workspaces/{workspaceId}/webhook-subscriptions",
      pathParameters: simplePath,
      query: parameters({
        SearchFilter: deepObject,
        limit: form,
        pageToken: form,
      }),
      accept: "application/json",
      responses: { 200: json },
      security: anyOf(["accessKey"]),
      repeat: idempotent,
    },
    params,
    options,
  );
}

/** Every item of {@link listWebhookSubscriptions}, page after page. */
export function paginateWebhookSubscriptions(
  client: Client,
  params: ListWebhookSubscriptionsParams,
  options?: PageOptions,
): Paginator<
  WebhookSubscription,
  ListWebhookSubscriptionsResponse,
  ListWebhookSubscriptionsError | PaginationError
> {
  return paginate(
    client,
    paginateWebhookSubscriptions,
    listWebhookSubscriptions,
    cursor({
      items: ["results"],
      next: ["nextPageToken"],
      parameter: "pageToken",
    }),
    params,
    options,
  );
}
