import {
  createHook,
  listHooks,
  patchJson,
  postEither,
  postForm,
  postJson,
  putBytes,
  putJson,
  putText,
  upload,
} from "../client/index.ts";
import { equal, wrongArgument } from "./check.ts";
import type { Cases } from "./ground.ts";

const bytes = new Uint8Array([0, 10, 13, 128, 255]);
const asText = String.fromCharCode(...bytes);

/** How a text looks where each byte is a character. */
const encoded = (text: string): string =>
  String.fromCharCode(...new TextEncoder().encode(text));

const stream = (
  chunks: readonly Uint8Array<ArrayBuffer>[],
): ReadableStream<Uint8Array> => {
  const rest = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const next = rest.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
  });
};

/** What arrives of bodies. */
export const bodies: Cases = {
  JSON: async ({ client }) => {
    const body = { text: "é 🌍 \u2028", rank: null };
    const arrived = await postJson(client(), { body });
    equal(arrived.method, "POST");
    equal(arrived.headers["content-type"], "application/json");
    equal(arrived.body, encoded(JSON.stringify(body)));
  },
  "JSON by PUT and PATCH": async ({ client }) => {
    const body = { text: "" };
    equal((await putJson(client(), { body })).method, "PUT");
    equal((await patchJson(client(), { body })).method, "PATCH");
  },
  "multipart with a file": async ({ client }) => {
    const file = new File([bytes], 'a"b\r\n.bin', { type: "image/png" });
    const body = { title: "é", tags: ["a", "b"], note: { text: "n" }, file };
    const arrived = await upload(client(), { body });
    const [, boundary = "-"] =
      /^multipart\/form-data; ?boundary=([\w-]+)$/.exec(
        arrived.headers["content-type"] ?? "",
      ) ?? [];
    const part = (name: string, ...rest: readonly string[]): string =>
      `Content-Disposition: form-data; name="${name}"${rest.join("\r\n")}`;
    equal(
      arrived.body
        .split(`--${boundary}`)
        .map((each) => each.replace(/^\r\n|\r\n$/g, "")),
      [
        "",
        part("title", "", "", encoded("é")),
        part("tags", "", "", "a"),
        part("tags", "", "", "b"),
        part("note", "", "Content-Type: application/json", "", '{"text":"n"}'),
        part(
          "file",
          '; filename="a%22b%0D%0A.bin"',
          "Content-Type: image/png",
          "",
          asText,
        ),
        "--",
      ],
    );
  },
  "multipart with a file of a stream": async ({ client }) => {
    const file = { stream: stream([bytes, bytes]), name: "a.bin" };
    const { body } = await upload(client(), { body: { title: "t", file } });
    const name = 'form-data; name="file"; filename="a.bin"\r\n';
    const type = "Content-Type: application/octet-stream\r\n\r\n";
    equal(body.includes(`${name}${type}${asText}${asText}\r\n--`), true);
  },
  urlencoded: async ({ client }) => {
    const { headers, body } = await postForm(client(), {
      body: { title: "a b&é", tags: ["c", "d"] },
    });
    equal(headers["content-type"], "application/x-www-form-urlencoded");
    equal(body, "title=a+b%26%C3%A9&tags=c&tags=d");
  },
  "text, and its length": async ({ client }) => {
    const { headers, body } = await putText(client(), { body: "Grüße 🌍" });
    equal(
      [headers["content-type"], headers["content-length"]],
      ["text/plain", "12"],
    );
    equal(body, encoded("Grüße 🌍"));
  },
  "one of several media types": async ({ client }) => {
    const plain = await postEither(client(), {
      body: "a",
      contentType: "text/plain",
    });
    equal([plain.headers["content-type"], plain.body], ["text/plain", "a"]);
    const json = await postEither(client(), { body: { text: "a" } });
    equal(
      [json.headers["content-type"], json.body],
      ["application/json", '{"text":"a"}'],
    );
  },
  "bytes of an array": async ({ client }) => {
    const { headers, body } = await putBytes(client(), { body: bytes });
    equal(
      [headers["content-type"], body],
      ["application/octet-stream", asText],
    );
  },
  "bytes of a part of a buffer": async ({ client }) => {
    const { body } = await putBytes(client(), { body: bytes.subarray(1, 4) });
    equal(body, asText.slice(1, 4));
  },
  "bytes of a buffer": async ({ client }) => {
    equal((await putBytes(client(), { body: bytes.buffer })).body, asText);
  },
  "bytes of a Blob": async ({ client }) => {
    const { headers, body } = await putBytes(client(), {
      body: new Blob([bytes], { type: "image/png" }),
    });
    equal(
      [headers["content-type"], body],
      ["application/octet-stream", asText],
    );
  },
  "bytes of a stream": async ({ client }) => {
    const { body } = await putBytes(client(), { body: stream([bytes, bytes]) });
    equal(body, asText + asText);
  },
  "bytes are not made of an object": async ({ client, log }) => {
    await wrongArgument(putBytes(client(), { body: Object("text") as Blob }));
    equal(await log(), []);
  },
  "bytes of a stream that is in use": async ({ client, log }) => {
    const body = stream([bytes]);
    const reader = body.getReader();
    await wrongArgument(putBytes(client(), { body }));
    await reader.read();
    reader.releaseLock();
    await wrongArgument(putBytes(client(), { body }));
    equal(await log(), []);
  },
  "an added tag is not sent": async ({ client }) => {
    const [hook] = await listHooks(client());
    if (hook?.kind !== "message") throw new Error("no message");
    const { body } = await createHook(client(), { body: hook });
    equal(JSON.parse(body), { id: "1", events: ["message.received"] });
  },
};
