// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

import { httpScheme } from "./runtime/auth.js";
import { makeClient } from "./runtime/client.js";
/** A client of Notifications, the first argument of every operation. */
export function createClient(options) {
  return makeClient(options, "https://api.bird.com", {
    accessKey: httpScheme("AccessKey", options.accessKey),
  });
}
