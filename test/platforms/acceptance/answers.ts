import {
  deleteAnswer,
  getAnswer,
  getBlob,
  getPlain,
  headAnswer,
  listHooks,
  listPets,
  sendHeaders,
  sendQuery,
} from "../client/index.ts";
import { equal, requestError } from "./check.ts";
import type { Cases } from "./ground.ts";

/** What becomes of answers. */
export const answers: Cases = {
  JSON: async ({ client, log }) => {
    equal(await getAnswer(client(), { kind: "fine" }), { id: "1" });
    equal((await log())[0]?.headers["accept"], "application/json");
  },
  "a result": async ({ client }) => {
    const result = await getAnswer(client(), { kind: "fine" }).result();
    equal(
      [result.ok, result.ok && result.data.id, result.response?.status],
      [true, "1", 200],
    );
  },
  "a response, its body unread": async ({ client }) => {
    const response = await getAnswer(client(), { kind: "fine" }).response();
    equal([response.status, response.bodyUsed], [200, false]);
    equal(await response.text(), '{"id":"1"}');
  },
  "nothing, by 204": async ({ client }) => {
    const result = await deleteAnswer(client(), { kind: "fine" }).result();
    equal(
      [
        result.ok,
        result.ok && result.data === undefined,
        result.response?.status,
      ],
      [true, true, 204],
    );
  },
  "nothing, by HEAD": async ({ client, log }) => {
    equal(await headAnswer(client(), { kind: "fine" }), undefined);
    equal((await log())[0]?.method, "HEAD");
  },
  text: async ({ client }) =>
    equal(await getPlain(client(), { kind: "letters" }), "Grüße 🌍"),
  "a Blob": async ({ client }) => {
    const blob = await getBlob(client());
    equal(blob.type, "image/png");
    equal([...new Uint8Array(await blob.arrayBuffer())], [0x89, 0x50, 0, 0xff]);
  },
  "JSON without a media type": async ({ client }) =>
    equal(await getAnswer(client(), { kind: "typeless" }), { id: "1" }),
  "JSON with a byte order mark": async ({ client }) =>
    equal(await getAnswer(client(), { kind: "bom" }), { id: "1" }),
  "JSON that is zipped": async ({ client }) =>
    equal(await getAnswer(client(), { kind: "zipped" }), { id: "1" }),
  "a megabyte": async ({ client }) => {
    const { id } = await getAnswer(client(), { kind: "large" });
    equal([id.length, id.at(-1)], [500_000, "é"]);
  },
  "no HTML for JSON": async ({ client }) => {
    const { text, response } = await requestError(
      getAnswer(client(), { kind: "html" }),
      "decode",
    );
    equal([text, response?.status], ['"Sign in"', 200]);
  },
  "no JSON that is cut off": async ({ client }) => {
    const { text } = await requestError(
      getAnswer(client(), { kind: "cut-json" }),
      "decode",
    );
    equal(text, '{"id":');
  },
  "no empty JSON": async ({ client }) => {
    await requestError(getAnswer(client(), { kind: "empty" }), "decode");
  },
  "headers, as documented": async ({ client }) => {
    const { headers } = await sendHeaders(client()).response();
    const rate: "low" | "high" | null = headers.get("X-Rate");
    equal(rate, "low");
  },
  "a union without a tag": async ({ client }) => {
    const hooks = await listHooks(client());
    equal(
      hooks.map(({ kind }) => kind),
      ["message", "call", "unrecognized", "unrecognized"],
    );
  },
  "a union with a tag": async ({ client }) => {
    const said = (await listPets(client())).map((pet) => {
      switch (pet.type) {
        case "cat":
          return pet.lives;
        case "dog":
          return pet.barks;
        default:
          return "unknown";
      }
    });
    equal(said, [9, true, "unknown"]);
  },
  "a fetch of one's own": async ({ client }) => {
    const asked: string[] = [];
    const own = client({
      fetch: (url, init) => {
        asked.push(`${init.method} ${new URL(url).search}`);
        return fetch(url, init);
      },
    });
    await sendQuery(own, { plain: "a" });
    equal(asked, ["GET ?plain=a"]);
  },
  "many at once, by several clients": async ({ client }) => {
    const clients = ["a", "b", "c"].map((name) => ({
      name,
      own: client({ headers: { "X-Plain": name } }),
    }));
    const calls = clients.flatMap(({ name, own }) =>
      Array.from({ length: 20 }, async (_, count) => {
        const { url, headers } = await sendQuery(own, { count });
        return url === `/query?count=${count}` && headers["x-plain"] === name;
      }),
    );
    equal(
      (await Promise.all(calls)).filter((isOwn) => !isOwn),
      [],
    );
  },
};
