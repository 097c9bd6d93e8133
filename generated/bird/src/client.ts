// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

import { type Credential, httpScheme } from "./runtime/auth.js";
import {
  type Client,
  type ClientOptions,
  makeClient,
} from "./runtime/client.js";

export interface CreateClientOptions extends ClientOptions {
  /**
   * Uses the Authorization header: 'AccessKey ' followed by your access key
   * token
   *
   * Sent as `Authorization: AccessKey <credentials>`.
   */
  readonly accessKey: Credential;
}

/** A client of Notifications, the first argument of every operation. */
export function createClient(options: CreateClientOptions): Client {
  return makeClient(options, "https://api.bird.com", {
    accessKey: httpScheme("AccessKey", options.accessKey),
  });
}
