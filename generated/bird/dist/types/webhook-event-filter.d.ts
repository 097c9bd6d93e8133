// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/**
 * Filters used to narrow down events sent to the webhook. For example, if you
 * want to receive events for a specific platform,
 * a valid filterKey would be `platformId` with a value of `sms`.
 */
export interface WebhookEventFilter {
  key:
    | "channelId"
    | "platformId"
    | "channelStatus"
    | "interactionType"
    | "messageStatus"
    | "status"
    | "eventDestination"
    | "navigatorId";
  value: string;
}
