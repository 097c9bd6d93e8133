// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { headerKey } from "./runtime/auth.js";
import { makeClient } from "./runtime/client.js";
/** A client of Quo Public API, the first argument of every operation. */
export function createClient(options) {
  return makeClient(options, "https://api.quo.com", {
    apiKey: headerKey("Authorization", options.apiKey),
  });
}
