// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/** Manage webhooks */
import { anyOf } from "../runtime/authorise.js";
import { cursor } from "../runtime/page-cursor.js";
import { paginate } from "../runtime/pagination.js";
import { parameters } from "../runtime/parameters.js";
import { simplePath } from "../runtime/path.js";
import { deepObject, form } from "../runtime/query.js";
import { json } from "../runtime/read.js";
import { idempotent } from "../runtime/retry.js";
import { send } from "../runtime/send.js";
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
export function listWebhookSubscriptions(client, params, options) {
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
export function paginateWebhookSubscriptions(client, params, options) {
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
