// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/**
 * The signing key for the webhook and can be used to verify the authenticity of
 * the webhook.
 */
export type SigningKey = string;
