// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

import type { SigningKey } from "./signing-key.js";
import type { Template } from "./template.js";
import type { Url } from "./url.js";
import type { WebhookEventFilter } from "./webhook-event-filter.js";
import type { WebhookEvent } from "./webhook-event.js";
import type { WebhookOrganizationId } from "./webhook-organization-id.js";
import type { WebhookService } from "./webhook-service.js";
import type { WebhookSubscriptionStatus } from "./webhook-subscription-status.js";
import type { WebhookWorkspaceId } from "./webhook-workspace-id.js";
export interface WebhookSubscription {
  /**
   * The unique identifier for the webhook subscription. This identifier is used
   * to reference the webhook subscription in other API calls. Format: `uuid`.
   */
  id: string;
  organizationId: WebhookOrganizationId;
  workspaceId: WebhookWorkspaceId;
  service: WebhookService;
  event: WebhookEvent;
  eventFilters?: WebhookEventFilter[];
  template?: Template;
  url: Url;
  signingKey?: SigningKey;
  status: WebhookSubscriptionStatus;
  /**
   * A human-readable explanation for the current status of the webhook
   * subscription.
   */
  statusReason?: string;
  /** Format: `date-time`. */
  createdAt?: string;
  /** Format: `date-time`. */
  updatedAt?: string;
}
