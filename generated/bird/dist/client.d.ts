// Generated from specs/bird/openapi.json (Notifications 1.0.0). Do not edit.

import { type Credential } from "./runtime/auth.js";
import { type Client, type ClientOptions } from "./runtime/client.js";
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
export declare function createClient(options: CreateClientOptions): Client;
