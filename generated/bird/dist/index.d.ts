// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

export * from "./client.js";
export * from "./operations/webhooks.js";
export * from "./types/webhook-subscriptions-list.js";
export * from "./types/webhook-subscription.js";
export * from "./types/webhook-organization-id.js";
export * from "./types/webhook-workspace-id.js";
export * from "./types/webhook-service.js";
export * from "./types/webhook-event.js";
export * from "./types/webhook-event-filter.js";
export * from "./types/template.js";
export * from "./types/url.js";
export * from "./types/signing-key.js";
export * from "./types/webhook-subscription-status.js";
export * from "./types/pagination-response.js";
export * from "./types/list-webhook-subscriptions.js";
export * from "./runtime/index.js";
