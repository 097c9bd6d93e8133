// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

import type { PaginationResponse } from "./pagination-response.js";
import type { WebhookSubscriptionsList } from "./webhook-subscriptions-list.js";
export interface ListWebhookSubscriptionsResponse
  extends WebhookSubscriptionsList, PaginationResponse {}
