// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { type UnionShape, lazy } from "../runtime/shape.js";
import { items, properties } from "../runtime/shapes.js";
import { type Webhook, webhookShape } from "./webhook.js";

export interface ListWebhooksErrorBase {
  message: string;
  docs: "https://quo.com/docs";
  trace?: string;
  errors?: ListWebhooksErrorItem[];
}

export interface ListWebhooksResponse {
  data: Webhook[];
}

export interface ListWebhooksBadRequest extends ListWebhooksErrorBase {
  code: "0305400";
  status: 400;
  title: "Invalid Version";
  description: "Invalid Version";
}

export interface ListWebhooksUnauthorized extends ListWebhooksErrorBase {
  code: "0300401";
  status: 401;
  title: "Unauthorized";
}

export interface ListWebhooksForbidden extends ListWebhooksErrorBase {
  code: "0300403";
  status: 403;
  title: "Forbidden";
}

export interface ListWebhooksNotFound extends ListWebhooksErrorBase {
  code: "0300404";
  status: 404;
  title: "Not Found";
}

export interface ListWebhooksInternalServerError extends ListWebhooksErrorBase {
  code: "0301500";
  status: 500;
  title: "Unknown";
}

export interface ListWebhooksErrorItem {
  path: string;
  message: string;
  value?: unknown;
  schema: ListWebhooksErrorItemSchema;
}

export interface ListWebhooksErrorItemSchema {
  type: string;
}

/** Where the tags of a {@link ListWebhooksResponse} go. */
export const listWebhooksResponseShape: UnionShape = /* @__PURE__ */ lazy(() =>
  properties({ data: items(webhookShape) }),
);
