// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

/**
 * Used for our Exit APIs for Twilio and Sinch.
 * More information can be found
 * [here](https://docs.bird.com/api/channels-api/supported-channels/programmable-sms/twilio-exit-api)
 * for Twilio and
 * [here](https://docs.bird.com/api/channels-api/supported-channels/programmable-sms/sinch-exit-api)
 * for Sinch.
 */
export type Template = string;
