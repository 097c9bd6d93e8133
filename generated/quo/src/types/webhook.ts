// Generated from specs/quo/openapi.yaml (Quo Public API 1.0.0). Do not edit.

import { type UnionShape, lazy } from "../runtime/shape.js";
import { tagged } from "../runtime/tagged.js";
import { isListOf } from "../runtime/tests.js";
import { only } from "../runtime/variants.js";

export interface WebhookBase {
  /** The webhook's ID. Pattern: `^WH(.*)$`. Example: `"WHabcd1234"`. */
  id: string;
  /**
   * The unique identifier of the user that created the webhook. Pattern:
   * `^US(.*)$`. Example: `"US123abc"`.
   */
  userId: string;
  /**
   * The unique identifier of the organization the webhook belongs to. Pattern:
   * `^OR(.*)$`. Example: `"OR1223abc"`.
   */
  orgId: string;
  /** The webhook's label. Example: `"my webhook label"`. */
  label: string | null;
  /** The status of the webhook. Default: `"enabled"`. Example: `"enabled"`. */
  status: "enabled" | "disabled";
  /**
   * The endpoint that receives events from the webhook. Format: `uri`. Example:
   * `"https://example.com/"`.
   */
  url: string;
  /** Webhook key. Example: `"example-key"`. */
  key: string;
  /**
   * The date the webhook was created at, in ISO_8601 format. Format:
   * `date-time`. Example: `"2022-01-01T00:00:00Z"`.
   */
  createdAt: string;
  /**
   * The date the webhook was created at, in ISO_8601 format. Format:
   * `date-time`. Example: `"2022-01-01T00:00:00Z"`.
   */
  updatedAt: string;
  /**
   * The date the webhook was deleted at, in ISO_8601 format. Format:
   * `date-time`. Example: `"2022-01-01T00:00:00Z"`.
   */
  deletedAt: string | null;
}

/** Told apart by `events`; `kind` is added by the client. */
export type Webhook =
  | MessageWebhook
  | CallWebhook
  | CallSummaryWebhook
  | CallTranscriptWebhook
  | ContactWebhook
  | TaskWebhook
  | UnrecognizedWebhook;

export interface MessageWebhook extends WebhookBase {
  /** Added by the client; not on the wire. */
  readonly kind: "message";
  events: ("message.received" | "message.delivered")[];
  /**
   * The unique identifiers of the phone numbers associated with the webhook.
   * Example: `["PN1234"]`.
   */
  resourceIds: string[] | "*"[];
}

export interface CallWebhook extends WebhookBase {
  /** Added by the client; not on the wire. */
  readonly kind: "call";
  events: ("call.completed" | "call.ringing" | "call.recording.completed")[];
  /**
   * The unique identifiers of the phone numbers associated with the webhook.
   * Example: `["PN1234"]`.
   */
  resourceIds: string[] | "*"[];
}

export interface CallSummaryWebhook extends WebhookBase {
  /** Added by the client; not on the wire. */
  readonly kind: "callSummary";
  events: ["call.summary.completed", ..."call.summary.completed"[]];
  /**
   * The unique identifiers of the phone numbers associated with the webhook.
   * Example: `["PN1234"]`.
   */
  resourceIds: string[] | "*"[];
}

export interface CallTranscriptWebhook extends WebhookBase {
  /** Added by the client; not on the wire. */
  readonly kind: "callTranscript";
  events: ["call.transcript.completed", ..."call.transcript.completed"[]];
  /**
   * The unique identifiers of the phone numbers associated with the webhook.
   * Example: `["PN1234"]`.
   */
  resourceIds: string[] | "*"[];
}

export interface ContactWebhook extends WebhookBase {
  /** Added by the client; not on the wire. */
  readonly kind: "contact";
  events: [
    "contact.updated" | "contact.deleted",
    ...("contact.updated" | "contact.deleted")[],
  ];
  resourceIds: ["*"];
}

export interface TaskWebhook extends WebhookBase {
  /** Added by the client; not on the wire. */
  readonly kind: "task";
  events: ["task.assigned", ..."task.assigned"[]];
  resourceIds: ["*"];
}

/** A {@link Webhook} that fits none of its variants, or several. */
export interface UnrecognizedWebhook extends WebhookBase {
  readonly kind: "unrecognized";
  events: unknown;
  resourceIds: unknown;
}

/** Where the tags of a {@link Webhook} go. */
export const webhookShape: UnionShape = /* @__PURE__ */ lazy(() =>
  tagged("kind", ({ events }) => {
    if (isListOf(events, ["call.summary.completed"], 1)) return "callSummary";
    if (isListOf(events, ["call.transcript.completed"], 1))
      return "callTranscript";
    if (isListOf(events, ["contact.updated", "contact.deleted"], 1))
      return "contact";
    if (isListOf(events, ["task.assigned"], 1)) return "task";
    let found: string | undefined;
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
