import {
  getFile,
  sendCookies,
  sendHeaders,
  sendPath,
  sendQuery,
  type SendQueryParams,
} from "../client/index.ts";
import { equal, wrongArgument } from "./check.ts";
import type { Case, Cases, Ground } from "./ground.ts";

const point = { x: 1, y: -2 };

/** A query, and how it has to look. */
const query =
  (params: SendQueryParams, expected: string): Case =>
  async ({ client }) =>
    equal((await sendQuery(client(), params)).url, `/query${expected}`);

/** A segment that leads elsewhere is refused before anything is sent. */
const refused =
  (name: string): Case =>
  async ({ client, log }: Ground) => {
    await wrongArgument(getFile(client(), { name }));
    equal(await log(), []);
  };

/** How parameters look on the wire. */
export const parameters: Cases = {
  "a query of letters and signs": query(
    { plain: "a b&c=d/ü?#+🌍" },
    "?plain=a%20b%26c%3Dd%2F%C3%BC%3F%23%2B%F0%9F%8C%8D",
  ),
  "a number": query({ count: 0 }, "?count=0"),
  "nothing where nothing is given": query({}, ""),
  "an empty string": query({ plain: "" }, "?plain="),
  "a list, exploded": query({ tags: ["a", "b c"] }, "?tags=a&tags=b%20c"),
  "a list, joined": query({ joined: ["a", "b,c"] }, "?joined=a,b%2Cc"),
  "a list, with spaces": query({ spaced: ["a", "b"] }, "?spaced=a%20b"),
  "a list, with pipes": query({ piped: ["a", "b"] }, "?piped=a%7Cb"),
  "an empty list": query({ tags: [], joined: [] }, ""),
  "an object, exploded": query({ point }, "?x=1&y=-2"),
  "an object, joined": query({ flat: point }, "?flat=x,1,y,-2"),
  "a deep object": query(
    { filter: { status: "open", created: { from: 1 } } },
    "?filter[status]=open&filter[created][from]=1".replace(
      /[[\]]/g,
      encodeURIComponent,
    ),
  ),
  "JSON in the query": query(
    { json: point },
    `?json=${encodeURIComponent(JSON.stringify(point))}`,
  ),

  "every style of a path": async ({ client }) => {
    const list = ["a", "b/c"];
    const styles = { label: list, labels: list, matrix: list, matrices: list };
    const params = {
      plain: "ü ;",
      list,
      object: point,
      exploded: point,
      ...styles,
    };
    const { url } = await sendPath(client(), params);
    equal(url.split("/").slice(2), [
      ...[
        "%C3%BC%20%3B",
        "a,b%2Fc",
        "x,1,y,-2",
        "x=1,y=-2",
        ".a,b%2Fc",
        ".a.b%2Fc",
      ],
      ...[";matrix=a,b%2Fc", ";matrices=a;matrices=b%2Fc"],
    ]);
  },
  "a path keeps to its segment": async ({ client }) => {
    const { url } = await getFile(client(), { name: "a/b?c#d\\e%2F" });
    equal(url, "/files/a%2Fb%3Fc%23d%5Ce%252F/content");
  },
  "no segment is ..": refused(".."),
  "no segment is .": refused("."),
  "no segment is empty": refused(""),
  "no segment is %2e%2E": refused("%2e%2E"),

  "every style of a header": async ({ client }) => {
    const params = {
      "X-Plain": "a b",
      "X-List": ["a", "b"],
      "X-Point": point,
      "X-Exploded": point,
    };
    const { headers } = await sendHeaders(client(), params);
    equal(
      ["x-plain", "x-list", "x-point", "x-exploded"].map(
        (name) => headers[name],
      ),
      ["a b", "a,b", "x,1,y,-2", "x=1,y=-2"],
    );
  },
  "a header's letters, each as a byte": async ({ client }) => {
    const { headers } = await sendHeaders(client(), { "X-Plain": "ä" });
    equal(headers["x-plain"], "ä");
  },
  "a header brings no second one": async ({ client, log }) => {
    for (const value of ["a\r\nX-Other: b", "a\nb", "a\0", "🌍"]) {
      const message = await wrongArgument(
        sendHeaders(client(), { "X-Plain": value }),
      );
      equal(message.includes(value), false);
      await wrongArgument(
        sendHeaders(client(), {}, { headers: { "X-Other": value } }),
      );
    }
    equal(await log(), []);
  },
  "headers of the client, and of the call": async ({ client }) => {
    const shared = client({
      headers: { "X-Plain": "client", "X-More": "more", "X-None": undefined },
    });
    const { headers } = await sendHeaders(
      shared,
      {},
      { headers: { "x-plain": "call" } },
    );
    equal(
      [headers["x-plain"], headers["x-more"], headers["x-none"]],
      ["call", "more", undefined],
    );
  },
  cookies: async ({ client }) => {
    const { headers } = await sendCookies(client(), {
      session: "s-1",
      list: ["a", "b"],
    });
    equal(headers["cookie"], "session=s-1; list=a; list=b");
  },
  "arguments may change after the call": async ({ client }) => {
    const params = { plain: "before", tags: ["before"] };
    const call = sendQuery(client(), params);
    params.plain = "after";
    params.tags.push("after");
    equal((await call).url, "/query?plain=before&tags=before");
  },
};
