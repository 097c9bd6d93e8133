// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

export * from "./client.js";
export * from "./operations/webhooks.js";
export * from "./types/webhook.js";
export * from "./types/list-webhooks.js";
export * from "./runtime/index.js";
