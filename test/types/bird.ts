// What a caller of Bird's client may write, and what must not compile. Type-checked, never run.
import {
  type Client,
  createClient,
  type ErrorOf,
  isErrorOf,
  isPaginationError,
  listWebhookSubscriptions,
  type PaginationError,
  paginateWebhookSubscriptions,
  type Paginator,
  resumeToken,
  type WebhookSubscription,
} from "@telltale/bird";
import type { Same } from "./same.js";

declare const bird: Client;
declare const workspaceId: string;
declare const signal: AbortSignal;

/** Items by default, pages and arrays on demand. */
export async function iterate(): Promise<WebhookSubscription[]> {
  const subscriptions = paginateWebhookSubscriptions(
    bird,
    { workspaceId, limit: 100, SearchFilter: { service: "channels" } },
    { signal, maxPages: 3, startToken: "token" },
  );
  subscriptions satisfies Paginator<WebhookSubscription>;
  for await (const subscription of subscriptions) {
    true satisfies Same<typeof subscription, WebhookSubscription>;
    true satisfies Same<typeof subscription.createdAt, string | undefined>;
    subscription.service satisfies
      "channels" | "numbers" | "payments" | "conversations" | "templates";
    // @ts-expect-error a service that there is not
    void (subscription.service === "channel");
  }
  for await (const page of subscriptions.pages()) {
    page.nextPageToken satisfies string | undefined;
    // @ts-expect-error Bird may leave the list out
    void page.results.length;
    for (const { id } of page.results ?? []) id satisfies string;
  }
  // @ts-expect-error a paginator is no array
  void subscriptions.length;
  return subscriptions.toArray({ maxItems: 50 });
}

/** `isErrorOf` knows a page helper as well as an operation, and keeps them apart. */
export async function catching(): Promise<string | number | undefined> {
  try {
    await iterate();
  } catch (error) {
    if (isErrorOf(paginateWebhookSubscriptions, error)) {
      true satisfies Same<
        typeof error,
        ErrorOf<typeof listWebhookSubscriptions> | PaginationError
      >;
      // Its reason tells it from a failed request.
      if (error.status === undefined && error.reason === "repeated-token")
        return error.page satisfies number;
      if (isPaginationError(error)) {
        true satisfies Same<
          typeof error.reason,
          "repeated-token" | "items" | "token" | "foreign-url" | "stalled"
        >;
        return error.token ?? error.page;
      }
      if (error.status === 429) return error.headers.get("retry-after") ?? "";
      if (error.status !== undefined && error.status >= 500)
        return error.requestId;
      // @ts-expect-error a reason that there is not
      if (error.status === undefined && error.reason === "repeated") return 0;
      // @ts-expect-error a status that is none
      if (error.status === 4299) return 0;
      return resumeToken(error);
    }
    if (isErrorOf(listWebhookSubscriptions, error)) {
      // @ts-expect-error no operation fails so
      if (error.status === undefined && error.reason === "repeated-token")
        return 0;
    }
  }
  return undefined;
}

/** The operation is one page. */
export async function one(): Promise<string | undefined> {
  const { results = [], nextPageToken } = await listWebhookSubscriptions(bird, {
    workspaceId,
    pageToken: "token",
  });
  const [first] = results;
  first satisfies WebhookSubscription | undefined;
  // @ts-expect-error an operation is no iterable
  for await (const item of listWebhookSubscriptions(bird, { workspaceId }))
    void item;
  return nextPageToken;
}

export const clients: readonly Client[] = [
  createClient({ accessKey: "key" }),
  createClient({ accessKey: async () => "key" }),
  // @ts-expect-error the credential is required
  createClient({}),
  // @ts-expect-error another API's credential
  createClient({ apiKey: "key" }),
];

// @ts-expect-error without its workspace
void listWebhookSubscriptions(bird, {});
// @ts-expect-error without its parameters
void listWebhookSubscriptions(bird);
// @ts-expect-error without its workspace
void paginateWebhookSubscriptions(bird, { limit: 1 });
// @ts-expect-error undefined is none
void listWebhookSubscriptions(bird, { workspaceId: undefined });
// @ts-expect-error the description's name for it, which its own prose contradicts
void listWebhookSubscriptions(bird, { workspaceId, SearchFilters: {} });
// @ts-expect-error not a number
void listWebhookSubscriptions(bird, { workspaceId, limit: "100" });
// @ts-expect-error one page has no page options
void listWebhookSubscriptions(bird, { workspaceId }, { maxPages: 1 });
