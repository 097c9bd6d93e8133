// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

import type { WebhookSubscription } from "./webhook-subscription.js";
export interface WebhookSubscriptionsList {
  results?: WebhookSubscription[];
}
