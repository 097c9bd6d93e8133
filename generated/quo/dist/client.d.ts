// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { type Credential } from "./runtime/auth.js";
import { type Client, type ClientOptions } from "./runtime/client.js";
export interface CreateClientOptions extends ClientOptions {
  /** Sent as the header `Authorization`, as it is. */
  readonly apiKey: Credential;
}
/** A client of Quo Public API, the first argument of every operation. */
export declare function createClient(options: CreateClientOptions): Client;
