// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { tagged } from "../runtime/tagged.js";
import { anything, itemsOf, present } from "../runtime/tests.js";
/** Where the tags of a {@link Webhook} go. */
export const webhookShape = /* @__PURE__ */ tagged("kind", {
  message: {
    events: itemsOf(["message.received", "message.delivered"]),
    resourceIds: present,
  },
  call: {
    events: itemsOf([
      "call.completed",
      "call.ringing",
      "call.recording.completed",
    ]),
    resourceIds: present,
  },
  callSummary: {
    events: itemsOf(["call.summary.completed"], 1),
    resourceIds: present,
  },
  callTranscript: {
    events: itemsOf(["call.transcript.completed"], 1),
    resourceIds: present,
  },
  contact: {
    events: itemsOf(["contact.updated", "contact.deleted"], 1),
    resourceIds: present,
  },
  task: {
    events: itemsOf(["task.assigned"], 1),
    resourceIds: present,
  },
});
