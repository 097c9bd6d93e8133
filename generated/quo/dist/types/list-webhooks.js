// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { lazy } from "../runtime/shape.js";
import { items, properties } from "../runtime/shapes.js";
import { webhookShape } from "./webhook.js";
/** Where the tags of a {@link ListWebhooksResponse} go. */
export const listWebhooksResponseShape = /* @__PURE__ */ lazy(() =>
  properties({ data: items(webhookShape) }),
);
