import {
  type Answer,
  dropped,
  type Exchange,
  html,
  json,
  page,
  stalled,
  unavailable,
  webhook,
} from "./exchange.ts";

const quo = (query: string, answer: Answer = json(200, { data: [] })) => ({
  request: `GET /v1/webhooks${query}`,
  authorization: "quo-key",
  answer,
});
const bird = (query: string, answer: Answer = page([])) => ({
  request: `GET /workspaces/ws-1/webhook-subscriptions${query}`,
  authorization: "AccessKey bird-key",
  answer,
});

/** Quo's documented errors: status, code, title. */
const errors = [
  [400, "0305400", "Invalid Version"],
  [401, "0300401", "Unauthorized"],
  [403, "0300403", "Forbidden"],
  [404, "0300404", "Not Found"],
  [500, "0301500", "Unknown"],
] as const;
const docs = "https://quo.com/docs";

/** What arrives in each check of `program/`, in order, and nothing else. */
export const exchanges: Readonly<Record<string, readonly Exchange[]>> = {
  "quo: the key goes verbatim into Authorization": [quo("?userId=US123")],
  "quo: no parameters, no query": [quo(""), quo(""), quo("")],
  "quo: the query is percent-encoded": [
    quo("?userId=US%201%262%2F%C3%BC%3D%2B%23%25"),
  ],
  "quo: baseUrl may have a path": [
    { ...quo(""), request: "GET /proxy/v1/webhooks" },
  ],
  "quo: six kinds": [
    quo(
      "",
      json(200, {
        data: [
          webhook("WH1", ["message.received", "message.delivered"]),
          webhook("WH2", ["call.completed", "call.recording.completed"]),
          webhook("WH3", ["call.summary.completed"]),
          webhook("WH4", ["call.transcript.completed"]),
          webhook("WH5", ["contact.updated", "contact.deleted"], ["*"]),
          webhook("WH6", ["task.assigned"], ["*"]),
        ],
      }),
    ),
  ],
  "quo: fits several kinds, or none": [
    quo(
      "",
      json(200, {
        data: [
          webhook("none yet", []),
          webhook("newer", ["call.transferred"]),
          webhook("newer in part", ["message.received", "message.read"]),
          webhook("mixed", ["message.received", "call.completed"]),
          { ...webhook("other type", []), events: "message.received" },
        ],
      }),
    ),
  ],
  // The user is the one of Quo's own example, which breaks its own pattern.
  "quo: what tells no kind apart takes none away": [
    quo(
      "",
      json(200, {
        data: [
          { ...webhook("WH1", ["message.received"]), userId: "U55wgP5I5" },
          { ...webhook("WH2", ["call.ringing"]), status: "paused" },
          { ...webhook("WH3", ["task.assigned"], ["*"]), priority: 1 },
        ],
      }),
    ),
  ],
  "quo: kind is added and the rest is as it came": [
    quo(
      "",
      json(200, { data: [webhook("WH1", ["task.assigned"], ["*"])], next: 1 }),
    ),
  ],
  ...Object.fromEntries(
    errors.map(([status, code, title]) => {
      const description = status === 400 ? { description: title } : {};
      const body = { message: "no", code, status, docs, title, ...description };
      const answer = json(status, body);
      return [`quo: error ${status}`, [quo("", answer), quo("", answer)]];
    }),
  ),
  "quo: an undocumented status": [quo("", json(429, { slow: "down" }))],
  "quo: HTML where JSON is documented": [
    quo("", html(200)),
    quo("", html(401)),
    quo("", html(500)),
  ],
  "quo: HTML with an undocumented status": [quo("", html(502))],
  "quo: a timeout": [quo("", stalled)],
  "quo: an abort": [quo("", stalled)],
  "quo: an abort before": [],
  "quo: a broken connection": [quo("", dropped)],
  "quo: a retry": [quo("", unavailable), quo("", dropped), quo("")],
  "quo: a credential is asked for at each call": [
    { ...quo(""), authorization: "quo-key-1" },
    { ...quo(""), authorization: "quo-key-2" },
  ],
  "quo: no credential, no request": [],
  "quo: response() hands over the body unread": [
    quo("", json(200, { data: [webhook("WH1", [])] })),
    quo("", json(403, { code: "0300403" })),
  ],

  "bird: every parameter": [
    bird("?SearchFilter%5Bservice%5D=channels&limit=100&pageToken=t"),
  ],
  "bird: path and query are percent-encoded": [
    {
      ...bird(""),
      request:
        "GET /workspaces/ws%2F1%20%C3%A9%3F/webhook-subscriptions" +
        "?SearchFilter%5Ba%20b%5D=x%26y%3Dz",
    },
  ],
  "bird: a refused workspaceId": [],
  "bird: a credential from an async provider": [bird("")],
  "bird: no credential, no request": [],
  "bird: items of three pages, one of them empty": [
    bird("?limit=2", page(["a", "b"], "t/2+=")),
    bird("?limit=2&pageToken=t%2F2%2B%3D", page([], "t3")),
    bird("?limit=2&pageToken=t3", page(["c"])),
  ],
  "bird: the pages themselves": [
    bird("", page(["a"], "t2")),
    bird("?pageToken=t2", json(200, { nextPageToken: "t3" })),
    bird("?pageToken=t3", page([])),
  ],
  "bird: no page that is not needed": [
    bird("?SearchFilter%5Bservice%5D=channels", page(["a"], "t2")),
    bird(
      "?SearchFilter%5Bservice%5D=channels&pageToken=t2",
      page(["b", "c"], "t3"),
    ),
    bird("?pageToken=t9", page(["i"], "t10")),
  ],
  "bird: a repeated token": [
    bird("", page(["a"], "t2")),
    bird("?pageToken=t2", page([], "t3")),
    bird("?pageToken=t3", page(["b"], "t3")),
  ],
  "bird: tokens in a circle": [
    bird("", page(["a"], "t2")),
    bird("?pageToken=t2", page(["b"], "t3")),
    bird("?pageToken=t3", page(["c"], "t2")),
  ],
  "bird: a page that fails is where to resume": [
    bird("", page(["a"], "t2")),
    bird("?pageToken=t2", json(400, { code: "BadRequest" })),
    bird("?pageToken=t2", page(["b"])),
  ],
  "bird: an abort between pages": [bird("", page(["a"], "t2"))],
};
