// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { lazy } from "../runtime/shape.js";
import { tagged } from "../runtime/tagged.js";
import { isListOf } from "../runtime/tests.js";
import { only } from "../runtime/variants.js";
/** Where the tags of a {@link Webhook} go. */
export const webhookShape = /* @__PURE__ */ lazy(() =>
  tagged("kind", ({ events }) => {
    if (isListOf(events, ["call.summary.completed"], 1)) return "callSummary";
    if (isListOf(events, ["call.transcript.completed"], 1))
      return "callTranscript";
    if (isListOf(events, ["contact.updated", "contact.deleted"], 1))
      return "contact";
    if (isListOf(events, ["task.assigned"], 1)) return "task";
    let found;
    if (isListOf(events, ["message.received", "message.delivered"]))
      found = "message";
    if (
      isListOf(events, [
        "call.completed",
        "call.ringing",
        "call.recording.completed",
      ])
    )
      found = only(found, "call");
    return found ?? "unrecognized";
  }),
);
