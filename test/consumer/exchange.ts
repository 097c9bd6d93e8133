/** A request that has to arrive, byte for byte, and what it is answered with. */
export interface Exchange {
  /** Method, raw path and raw query. */
  readonly request: string;
  readonly authorization: string;
  readonly answer: Answer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `stall`: the rest of the body never comes. `drop`: the connection breaks before an answer. */
  readonly then: "end" | "stall" | "drop";
}

export function json(status: number, body: unknown): Answer {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return { status, headers, body: JSON.stringify(body), then: "end" };
}

/** A proxy speaking. */
export function html(status: number): Answer {
  const headers = { "content-type": "text/html" };
  const body = `<html><title>${status} from the proxy</title></html>`;
  return { status, headers, body, then: "end" };
}

export const stalled: Answer = { ...json(200, { data: [] }), then: "stall" };
export const dropped: Answer = { ...json(200, {}), then: "drop" };

/** An answer after which one may try again, at once. */
export const unavailable: Answer = {
  ...html(503),
  headers: { "content-type": "text/html", "retry-after": "0" },
};

/** One of Quo's webhooks; `kind` is not on the wire. */
export function webhook(
  id: string,
  events: readonly string[],
  resourceIds: readonly string[] = ["PN1234"],
): object {
  return {
    id,
    userId: "US123abc",
    orgId: "OR1223abc",
    label: null,
    status: "enabled",
    url: "https://example.com/",
    key: "example-key",
    createdAt: "2022-01-01T00:00:00Z",
    updatedAt: "2022-01-01T00:00:00Z",
    deletedAt: null,
    events,
    resourceIds,
  };
}

/** A page of Bird's, with a subscription of each id. */
export function page(ids: readonly string[], nextPageToken?: string): Answer {
  const results = ids.map((id) => ({
    id,
    organizationId: "9c5ef1ce-4f0b-4b6a-93a5-b3d0d9e5a0a4",
    workspaceId: "ws-1",
    service: "channels",
    event: "sms.outbound",
    url: "https://example.com/",
    status: "active",
    createdAt: "2024-03-01T10:00:00.123456789Z",
  }));
  return json(200, { results, ...(nextPageToken && { nextPageToken }) });
}
