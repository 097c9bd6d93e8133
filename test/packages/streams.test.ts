import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { generate } from "../../generator/index.ts";

const document = `
openapi: 3.1.0
info: { title: T, version: 1.0.0 }
servers: [{ url: "http://localhost" }]
paths:
  /watch:
    get:
      operationId: watch
      responses:
        "200": { description: ok, content: { text/event-stream: { schema: { type: integer } } } }
`;

test("a package streams without a build, and its README says how", async () => {
  const folder = await mkdtemp(join(tmpdir(), "telltale-streams-"));
  try {
    await writeFile(join(folder, "api.yaml"), document);
    const { files } = await generate("api.yaml", {
      cwd: folder,
      package: "acme",
    });
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const readme = files.find(({ path }) => path === "README.md")?.text;
    expect(readme).toContain("for await (const item of await watch(client)) {");
    const url = pathToFileURL(join(folder, "dist/index.js")).href;
    const { createClient, resumeEvents, watch } = await import(
      /* @vite-ignore */ url
    );
    const answers = ["retry: 1\nid: 7\ndata: 1\n\n", undefined];
    const asked: unknown[] = [];
    const client = createClient({
      fetch: async (_: string, { headers }: { headers: Headers }) => {
        asked.push(headers.get("last-event-id"));
        const body = answers.shift();
        return new Response(body, {
          status: body === undefined ? 403 : 200,
          headers: { "content-type": "text/event-stream" },
        });
      },
      retry: false,
    });
    const events: unknown[] = [];
    const all = resumeEvents((headers: object) => watch(client, { headers }));
    await expect(async () => {
      for await (const event of all) events.push(event);
    }).rejects.toMatchObject({ status: 403 });
    expect(events).toEqual([{ data: 1, id: "7", retry: 1 }]);
    expect(asked).toEqual([null, "7"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
