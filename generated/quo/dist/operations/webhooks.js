// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

/** Operations related to webhooks */
import { anyOf } from "../runtime/authorise.js";
import { parameters } from "../runtime/parameters.js";
import { form } from "../runtime/query.js";
import { json, jsonOf } from "../runtime/read.js";
import { idempotent } from "../runtime/retry.js";
import { send } from "../runtime/send.js";
import { listWebhooksResponseShape } from "../types/list-webhooks.js";
/**
 * Lists all webhooks
 *
 * List all webhooks for a user.
 *
 * `GET /v1/webhooks`
 */
export function listWebhooks(client, params, options) {
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
