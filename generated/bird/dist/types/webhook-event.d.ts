// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/**
 * The event name identifies the webhook event, such as `sms.outbound` for
 * notifications about SMS messages being sent.
 */
export type WebhookEvent = string;
