import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { run } from "../../generator/cli/run.ts";
import { generate } from "../../generator/index.ts";

interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A server of documents, by path: a text, or where it redirects to. */
async function startServer() {
  const asked: Asked[] = [];
  const answers = new Map<string, unknown>();
  const server = createServer(({ url = "", headers }, response) => {
    const path = url.replace(/\?.*/, "");
    asked.push({ path: url, headers });
    const answer = answers.get(path);
    if (answer instanceof URL)
      response.writeHead(302, { location: answer.href }).end("moved");
    else if (answer === undefined) response.writeHead(404).end("{}");
    else if (Buffer.isBuffer(answer)) response.end(answer);
    else response.end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, answers, origin, close: () => void server.close() };
}

let home: Awaited<ReturnType<typeof startServer>>;
let other: typeof home;
let cwd: string;
beforeAll(async () => {
  [home, other] = await Promise.all([startServer(), startServer()]);
  cwd = await mkdtemp(join(tmpdir(), "telltale-remote-"));
});
beforeEach(() => {
  for (const { asked, answers } of [home, other]) {
    asked.length = 0;
    answers.clear();
  }
});
afterAll(() => [home, other].forEach(({ close }) => close()));

const secret = "Bearer s3cret-value";
const headers = { Authorization: secret, "X-Key": "s3cret-key" };

const api = (schemas: Readonly<Record<string, unknown>> = {}) => ({
  openapi: "3.1.0",
  info: { title: "Remote", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: {},
  components: { schemas },
});
const pet = { type: "object", properties: { name: { type: "string" } } };

/** `path: authorization` of each request, in the order of their paths. */
const sentTo = ({ asked }: typeof home) =>
  asked.map((each) => `${each.path} ${each.headers.authorization}`).toSorted();

test("headers go to the origin of the input, and to no other that a $ref leads to", async () => {
  home.answers.set("/api/openapi.json", {
    ...api({
      Pet: { $ref: "pet.json" },
      Toy: { $ref: `${other.origin}/toy.json` },
      Secret: { $ref: "/secret.json" },
    }),
  });
  home.answers.set("/api/pet.json", pet);
  home.answers.set("/secret.json", pet);
  other.answers.set("/toy.json", { ...pet, $ref: `${home.origin}/api/b.json` });
  home.answers.set("/api/b.json", pet);
  const input = `${home.origin}/api/openapi.json`;
  const { ok, diagnostics, files } = await generate(`${input}?k=s3cret`, {
    cwd,
    headers,
    allowRefs: [other.origin],
  });
  expect(ok).toBe(true);
  expect(sentTo(home)).toEqual([
    `/api/b.json ${secret}`,
    `/api/openapi.json?k=s3cret ${secret}`,
    `/api/pet.json ${secret}`,
  ]);
  expect(sentTo(other)).toEqual(["/toy.json undefined"]);
  expect(other.asked[0]?.headers["x-key"]).toBeUndefined();
  // A folder is home to what lies beside the description, as on a disk, and no more.
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "load/reference-refused",
  ]);
  expect(files.find(({ path }) => path === "index.ts")?.text).toContain(
    `// Generated from ${input} (Remote 1).`,
  );
  expect(JSON.stringify({ diagnostics, files })).not.toContain("s3cret");
});

test("a redirect to another origin is followed without the headers, and they do not come back", async () => {
  home.answers.set("/latest", new URL("/v1", home.origin));
  home.answers.set("/v1", new URL("/mirror", other.origin));
  other.answers.set("/mirror", new URL("/openapi.json", home.origin));
  home.answers.set("/openapi.json", api());
  const { ok } = await generate(`${home.origin}/latest`, { cwd, headers });
  expect(ok).toBe(true);
  expect(sentTo(home)).toEqual([
    `/latest ${secret}`,
    "/openapi.json undefined",
    `/v1 ${secret}`,
  ]);
  expect(sentTo(other)).toEqual(["/mirror undefined"]);
});

test("references start from where redirects ended, and its origin gets no headers", async () => {
  home.answers.set("/latest", new URL("/specs/openapi.json", other.origin));
  other.answers.set(
    "/specs/openapi.json",
    api({ Pet: { $ref: "pet.json" }, Toy: { $ref: "moved.json" } }),
  );
  other.answers.set("/specs/pet.json", pet);
  other.answers.set("/specs/moved.json", new URL("/pet.json", home.origin));
  const { ok, diagnostics } = await generate(`${home.origin}/latest`, {
    cwd,
    headers,
  });
  expect(ok).toBe(false);
  expect(sentTo(other)).toEqual([
    "/specs/moved.json undefined",
    "/specs/openapi.json undefined",
    "/specs/pet.json undefined",
  ]);
  expect(diagnostics[0]?.message).toContain("redirect, which is not followed");
});

test.each([
  ["/absent", undefined, /answers with 404/],
  ["/loop", "/loop", /redirects more than 5 times/],
  ["/file", "file:///etc/hostname", /redirects to what is no web address/],
  ["/user", "http://a:b@127.0.0.1:1/", /a name or a password in it/],
  ["/gone", "http://127.0.0.1:1/", /the connection fails/],
])("%s is one error, which shows no header", async (path, to, message) => {
  if (to !== undefined) home.answers.set(path, new URL(to, home.origin));
  const input = `${home.origin}${path}?key=s3cret-query`;
  const result = await generate(input, { cwd, headers });
  expect(result.ok).toBe(false);
  expect(result.diagnostics.map(({ code }) => code)).toEqual([
    "load/unreadable",
  ]);
  expect(result.diagnostics[0]?.message).toMatch(message);
  expect(JSON.stringify(result)).not.toContain("s3cret");
});

test("the summary line leaves a query out", async () => {
  home.answers.set("/openapi.json", api());
  let stdout = "";
  const print = { write: (text: string) => (stdout += text) };
  const input = `${home.origin}/openapi.json?key=s3cret`;
  const args = ["generate", input, "--dry-run"];
  expect(await run(args, { cwd, stdout: print, stderr: print })).toBe(0);
  expect(stdout).toContain(`${home.origin}/openapi.json: 0 operations`);
  expect(stdout).not.toContain("s3cret");
});

test("a header that HTTP cannot carry is an error, and is not shown", async () => {
  const result = await generate(home.origin, {
    cwd,
    headers: { Authorization: "s3cret\r\nX-Other: 1" },
  });
  expect(result.diagnostics[0]?.message).toMatch(/is no header/);
  expect(JSON.stringify(result)).not.toContain("s3cret");
  expect(home.asked).toEqual([]);
});

test("what is no text, and what is no description, is said as of a file", async () => {
  home.answers.set("/zip", Buffer.from([0x1f, 0x8b, 8, 0]));
  home.answers.set("/page", Buffer.from("<!doctype html><title>Log in"));
  const codes = async (path: string) =>
    (await generate(home.origin + path, { cwd })).diagnostics.map(
      ({ code }) => code,
    );
  expect(await codes("/zip")).toEqual(["load/not-text"]);
  expect(await codes("/page")).toEqual(["load/not-openapi"]);
});

test("--header is repeatable, and an overlay may be a URL as well", async () => {
  home.answers.set("/openapi.json", api());
  other.answers.set("/overlay.json", {
    overlay: "1.0.0",
    info: { title: "o", version: "1" },
    actions: [{ target: "$.info", update: { title: "Renamed" } }],
  });
  let output = "";
  const print = { write: (text: string) => (output += text) };
  const code = await run(
    [
      ...["generate", `${home.origin}/openapi.json`, "--dry-run", "--json"],
      ...["--header", `Authorization: ${secret}`, "--header", "X-Key:1"],
      ...["--overlay", `${other.origin}/overlay.json`],
    ],
    { cwd, stdout: print, stderr: print },
  );
  expect(code).toBe(0);
  expect(output).toContain('"title": "Renamed"');
  expect(output).not.toContain("s3cret");
  expect(home.asked[0]?.headers).toMatchObject({
    authorization: secret,
    "x-key": "1",
  });
  expect(sentTo(other)).toEqual(["/overlay.json undefined"]);
});
