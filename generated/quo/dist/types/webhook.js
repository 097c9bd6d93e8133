// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { byHead } from "../runtime/by-head.js";
import { lazy } from "../runtime/shape.js";
import { tagged } from "../runtime/tagged.js";
import { itemsOf } from "../runtime/tests.js";
/** Where the tags of a {@link Webhook} go. */
export const webhookShape = /* @__PURE__ */ lazy(() =>
  tagged(
    "kind",
    {
      message: { events: itemsOf(["message.received", "message.delivered"]) },
      call: {
        events: itemsOf([
          "call.completed",
          "call.ringing",
          "call.recording.completed",
        ]),
      },
      callSummary: { events: itemsOf(["call.summary.completed"], 1) },
      callTranscript: { events: itemsOf(["call.transcript.completed"], 1) },
      contact: { events: itemsOf(["contact.updated", "contact.deleted"], 1) },
      task: { events: itemsOf(["task.assigned"], 1) },
    },
    { index: byHead },
  ),
);
