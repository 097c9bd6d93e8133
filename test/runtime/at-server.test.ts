// Operations with servers of their own, compiled, against two origins.
import { expect, test } from "vitest";
import { clientOf, type Call } from "../bodies/client-of.ts";
import { reply, serve, type Server } from "./server.ts";

const ok = { responses: { 204: { description: "done" } } };
const security = [{ key: [] }];
const components = {
  securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
};

interface Origins {
  readonly main: Server;
  readonly files: Server;
  readonly createClient: (options: object) => unknown;
  readonly operation: (name: string) => Call;
}

/** An API on one origin, whose files are on another; what says `{port}` has the port of that. */
async function origins(): Promise<Origins> {
  const main = await serve(reply(204));
  const files = await serve(reply(204));
  const { port } = new URL(files.url);
  const get = (operationId: string, url?: string, variables: object = {}) => ({
    get: {
      ...ok,
      operationId,
      ...(url !== undefined && { servers: [{ url, variables }] }),
    },
  });
  const { module } = await clientOf(
    {
      "/pets": get("listPets"),
      "/files": get("listFiles", `${files.url}/{version}/`, {
        version: { default: "v2" },
      }),
      "/regional": get("listRegional", "http://{host}:{port}/r", {
        host: { default: "127.0.0.1" },
        port: { default: port },
      }),
      "/status": get("getStatus", "/internal"),
      "/near": get("getNear", "near/by"),
    },
    {
      servers: [
        {
          url: "http://{host}:{main}/v1/",
          variables: {
            host: { default: "127.0.0.1" },
            main: { default: new URL(main.url).port },
          },
        },
      ],
      security,
      components,
    },
  );
  return {
    main,
    files,
    createClient: module.createClient,
    operation: (name) => module[name] as Call,
  };
}

const urls = ({ arrived }: Server) => arrived.map(({ url }) => url);

test("an operation goes to its own server, with the caller's credentials", async () => {
  const { main, files, createClient, operation } = await origins();
  const client = createClient({ key: "secret" });
  await operation("listPets")(client);
  await operation("listFiles")(client);
  expect(urls(main)).toEqual(["/v1/pets"]);
  expect(urls(files)).toEqual(["/v2/files"]);
  expect(files.arrived[0]?.headers["x-key"]).toBe("secret");
});

test("a baseUrl of the client gets every call, and one of the call wins", async () => {
  const { main, files, createClient, operation } = await origins();
  const proxied = createClient({ key: "k", baseUrl: `${main.url}/proxy` });
  await operation("listFiles")(proxied);
  await operation("listFiles")(createClient({ key: "k" }), {
    baseUrl: `${main.url}/call`,
  });
  await operation("getStatus")(proxied, { baseUrl: `${files.url}/elsewhere` });
  expect(urls(main)).toEqual(["/proxy/files", "/call/files"]);
  expect(urls(files)).toEqual(["/elsewhere/status"]);
});

test("a relative server is on the client's host, whichever that is", async () => {
  const { main, files, createClient, operation } = await origins();
  const client = createClient({ key: "k" });
  await operation("getStatus")(client);
  await operation("getNear")(client);
  await operation("getStatus")(
    createClient({ key: "k", baseUrl: `${files.url}/v1` }),
  );
  expect(urls(main)).toEqual(["/internal/status", "/v1/near/by/near"]);
  expect(urls(files)).toEqual(["/internal/status"]);
});

test("a variable of both servers is the client's", async () => {
  const { files, createClient, operation } = await origins();
  await operation("listRegional")(createClient({ key: "k" }));
  await operation("listRegional")(
    createClient({ key: "k", server: { host: "localhost" } }),
  );
  expect(urls(files)).toEqual(["/r/regional", "/r/regional"]);
  expect(
    files.arrived.map(({ headers }) => headers.host?.split(":")[0]),
  ).toEqual(["127.0.0.1", "localhost"]);
});

test("a baseUrl that is none is said when the call is made, and not quoted", async () => {
  const { createClient, operation } = await origins();
  const client = createClient({ key: "k", baseUrl: "my secret" });
  await expect(operation("getStatus")(client)).rejects.toThrow(
    /^baseUrl must be absolute/,
  );
});
