// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/**
 * The service that the webhook is subscribed to. For example, to get events
 * regarding channels, the service would be `channels`.
 */
export type WebhookService =
  "channels" | "numbers" | "payments" | "conversations" | "templates";
