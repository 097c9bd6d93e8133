// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/**
 * The URL of the webhook is used to send events to the webhook. The URL must be
 * a valid URL that respects the established pattern and is accessible from the
 * internet. Pattern:
 * `^https://([a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}(:[0-9]+)?(/[^\s]*)?$`.
 */
export type Url = string;
