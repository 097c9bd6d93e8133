// What a caller of Quo's client may write, and what must not compile. Type-checked, never run.
import {
  type ApiError,
  type Call,
  type CallSummaryWebhook,
  type CallTranscriptWebhook,
  type CallWebhook,
  type Client,
  type ContactWebhook,
  createClient,
  type ErrorOf,
  isApiError,
  isErrorOf,
  isPaginationError,
  isRequestError,
  listWebhooks,
  type ListWebhooksResponse,
  type MessageWebhook,
  type RequestError,
  type RequestOptions,
  type TaskWebhook,
  type UnrecognizedWebhook,
  type Webhook,
} from "@telltale/quo";
import type { Same } from "./same.js";

declare const quo: Client;
declare const signal: AbortSignal;

/** The public types of an operation. */
export const call: Call<
  ListWebhooksResponse,
  ErrorOf<typeof listWebhooks>
> = listWebhooks(quo);
export const promise: Promise<{ data: Webhook[] }> = listWebhooks(quo);

/** Every kind is named, and each narrows to its own variant. */
export function narrow(webhook: Webhook): string {
  switch (webhook.kind) {
    case "message":
      true satisfies Same<typeof webhook, MessageWebhook>;
      true satisfies Same<
        typeof webhook.events,
        ("message.received" | "message.delivered")[]
      >;
      true satisfies Same<typeof webhook.resourceIds, string[] | "*"[]>;
      return webhook.events.includes("message.received") ? "in" : "out";
    case "call":
      true satisfies Same<typeof webhook, CallWebhook>;
      // @ts-expect-error no event of a call
      void webhook.events.includes("message.received");
      return webhook.events.includes("call.ringing") ? "ringing" : "call";
    case "callSummary":
      true satisfies Same<typeof webhook, CallSummaryWebhook>;
      return webhook.events[0] satisfies "call.summary.completed";
    case "callTranscript":
      true satisfies Same<typeof webhook, CallTranscriptWebhook>;
      return webhook.events[0] satisfies "call.transcript.completed";
    case "contact":
      true satisfies Same<typeof webhook, ContactWebhook>;
      // At least one item, so that the first is there under noUncheckedIndexedAccess too.
      return webhook.events[0] satisfies "contact.updated" | "contact.deleted";
    case "task":
      true satisfies Same<typeof webhook, TaskWebhook>;
      true satisfies Same<typeof webhook.resourceIds, ["*"]>;
      return webhook.events[0] satisfies "task.assigned";
    case "unrecognized":
      true satisfies Same<typeof webhook, UnrecognizedWebhook>;
      true satisfies Same<typeof webhook.events, unknown>;
      true satisfies Same<typeof webhook.resourceIds, unknown>;
      // @ts-expect-error what it holds is not known
      void webhook.events[0];
      // @ts-expect-error what it holds is not known
      for (const event of webhook.events) void event;
      return webhook.id + webhook.createdAt;
    default:
      return webhook satisfies never;
  }
}

/** What all variants share needs no narrowing, the unrecognized one included. */
export function shared(webhook: Webhook): void {
  true satisfies Same<
    Webhook["kind"],
    | "message"
    | "call"
    | "callSummary"
    | "callTranscript"
    | "contact"
    | "task"
    | "unrecognized"
  >;
  true satisfies Same<typeof webhook.id, string>;
  true satisfies Same<typeof webhook.label, string | null>;
  true satisfies Same<typeof webhook.deletedAt, string | null>;
  true satisfies Same<typeof webhook.status, "enabled" | "disabled">;
  // @ts-expect-error an unrecognized webhook has unknown ones
  void webhook.events.length;
  // @ts-expect-error misspelt
  void (webhook.kind === "mesage");
  // @ts-expect-error a kind that there is not
  void (webhook.kind === "conversation");
  // @ts-expect-error it is the client's to say
  webhook.kind = "task";
}

/** Not without its kind, not with one made up, not with another variant's events. */
export function makeUp(task: TaskWebhook): readonly Webhook[] {
  const { kind, ...wire } = task;
  kind satisfies "task";
  return [
    task,
    { ...task, label: null },
    { ...task, kind: "unrecognized", events: [], resourceIds: {} },
    // @ts-expect-error without a kind
    wire,
    // @ts-expect-error a kind that there is not
    { ...task, kind: "conversation" },
    // @ts-expect-error another variant's events
    { ...task, events: ["call.ringing"] },
    // @ts-expect-error at least one event
    { ...task, events: [] },
  ];
}

/** Open unions filter, index and leave parts out like any other. */
export function everyday(webhooks: readonly Webhook[]): readonly string[] {
  const tasks = webhooks.filter((webhook) => webhook.kind === "task");
  const icons: Partial<Record<Webhook["kind"], string>> = { task: "✓" };
  const names: Record<Exclude<Webhook["kind"], "unrecognized">, string> = {
    message: "",
    call: "",
    callSummary: "",
    callTranscript: "",
    contact: "",
    task: "",
  };
  const [first] = webhooks;
  // @ts-expect-error there may be none
  void first.id;
  return [
    ...tasks.map((task) => task.resourceIds[0] satisfies "*"),
    ...webhooks.map(({ kind }) => icons[kind] ?? kind),
    ...Object.values(names),
  ];
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown
  ? Omit<T, K>
  : never;
export const first = (webhook: DistributiveOmit<Webhook, "id">): string =>
  webhook.kind === "task" ? webhook.events[0] : webhook.url;

/** Errors by status, each with the code of its own. */
export async function errors(): Promise<string> {
  const result = await listWebhooks(
    quo,
    { userId: "US1" },
    { signal },
  ).result();
  if (result.ok) {
    // @ts-expect-error there is no error in a success
    void result.error;
    return String(result.data.data.length) + result.response.status;
  }
  // @ts-expect-error there is no data in a failure
  void result.data;
  // @ts-expect-error there may have been no response
  void result.response.status;
  const { error } = result;
  switch (error.status) {
    case 400:
      true satisfies Same<typeof error.body.code, "0305400">;
      true satisfies Same<typeof error.body.status, 400>;
      return error.body.description;
    case 401:
      true satisfies Same<typeof error.body.code, "0300401">;
      error.body.code satisfies "0300401";
      // @ts-expect-error that is 403's code
      error.body.code satisfies "0300403";
      // @ts-expect-error only 400's body has one
      void error.body.description;
      return error.body.title satisfies "Unauthorized";
    case 403:
      true satisfies Same<typeof error.body.code, "0300403">;
      return error.body.title satisfies "Forbidden";
    case 404:
      true satisfies Same<typeof error.body.code, "0300404">;
      return error.body.title satisfies "Not Found";
    case 500: {
      true satisfies Same<typeof error.body.code, "0301500">;
      const [detail] = error.body.errors ?? [];
      true satisfies Same<typeof detail & {}, NonNullable<typeof detail>>;
      // @ts-expect-error there may be none
      void detail.path;
      true satisfies Same<NonNullable<typeof detail>["value"], unknown>;
      return error.body.trace ?? error.body.message;
    }
    case 429:
      true satisfies Same<typeof error.body, unknown>;
      return error.headers.get("retry-after") ?? "";
    case undefined:
      true satisfies Same<typeof error, RequestError>;
      true satisfies Same<
        typeof error.reason,
        "connection" | "timeout" | "abort" | "decode" | "redirect" | "limit"
      >;
      // @ts-expect-error no answer, no body
      void error.body;
      return `${error.text ?? ""}${error.response?.status ?? ""}`;
    // @ts-expect-error a status that is none
    case 4299:
      return "";
    default:
      true satisfies Same<typeof error.body, unknown>;
      return error.requestId ?? "";
  }
}

export const isPassing = ({ status }: ErrorOf<typeof listWebhooks>): boolean =>
  status !== undefined && (status === 429 || status >= 500);
export const isMadeUp = ({ status }: ErrorOf<typeof listWebhooks>): boolean =>
  // @ts-expect-error a status that is none
  status === 4299;
export const general = (
  error: ErrorOf<typeof listWebhooks>,
): ApiError | RequestError => error;

/** In a `catch`, `isErrorOf` gives the operation's own errors. */
export async function catching(): Promise<string> {
  try {
    return (await listWebhooks(quo)).data.map(narrow).join();
  } catch (error) {
    // @ts-expect-error it may be anything
    void error.status;
    if (isErrorOf(listWebhooks, error)) {
      true satisfies Same<typeof error, ErrorOf<typeof listWebhooks>>;
      if (error.status === 401) return error.body.code satisfies "0300401";
      if (error.status === undefined && error.reason === "decode")
        return error.text ?? "";
      return error.message;
    }
    if (isApiError(error)) return String(error.status satisfies number);
    if (isRequestError(error)) return error.reason;
    if (isPaginationError(error)) return String(error.page);
    throw error;
  }
}

export async function raw(): Promise<unknown> {
  const response: Response = await listWebhooks(quo).response();
  return response.json();
}

export const options: RequestOptions = {
  signal,
  timeout: 1_000,
  retry: false,
  headers: { "x-trace": "1" },
  baseUrl: "https://localhost",
};

export const clients: readonly Client[] = [
  createClient({ apiKey: "key" }),
  createClient({ apiKey: () => "key" }),
  createClient({ apiKey: async () => "key", baseUrl: "https://localhost" }),
  // @ts-expect-error the credential is required
  createClient({}),
  // @ts-expect-error undefined is none
  createClient({ apiKey: undefined }),
  // @ts-expect-error another API's credential
  createClient({ accessKey: "key" }),
  // @ts-expect-error a provider of nothing
  createClient({ apiKey: () => undefined }),
];

void listWebhooks(quo, {});
void listWebhooks(quo, undefined, { retry: 1 });
// @ts-expect-error a parameter that there is not
void listWebhooks(quo, { userID: "US1" });
// @ts-expect-error not a string
void listWebhooks(quo, { userId: 1 });
// @ts-expect-error left out is left out; undefined is another thing
void listWebhooks(quo, { userId: undefined });
// @ts-expect-error the client comes first
void listWebhooks({ userId: "US1" });
// @ts-expect-error an option that there is not
void listWebhooks(quo, {}, { timeOut: 1 });
