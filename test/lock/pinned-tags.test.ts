import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { generate } from "../../generator/index.ts";
import { readLock } from "../../generator/lock/read-lock.ts";

type Properties = Readonly<Record<string, unknown>>;

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-tags-"));
});

/** An API that sends calls and messages, which only their events tell apart. */
async function run(more: Properties = {}, events: Properties = {}) {
  const variant = (name: string, own: Properties) => ({
    type: "object",
    required: ["events", ...Object.keys(events)],
    properties: {
      events: { type: "array", minItems: 1, items: { enum: [`${name}.new`] } },
      ...own,
    },
  });
  const kindOf = (name: string): Properties =>
    events["type"] === undefined ? {} : { type: { const: name } };
  const schemas = {
    Call: variant("call", { ...more, ...kindOf("call") }),
    Message: variant("message", kindOf("message")),
    Event: {
      anyOf: ["Call", "Message"].map((name) => ({
        $ref: `#/components/schemas/${name}`,
      })),
    },
  };
  const content = {
    "application/json": { schema: { $ref: "#/components/schemas/Event" } },
  };
  const get = {
    operationId: "getEvent",
    responses: { 200: { description: "", content } },
  };
  const api = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/event": { get } },
    components: { schemas },
  };
  await writeFile(join(cwd, "api.json"), JSON.stringify(api));
  const { ok, diagnostics } = await generate("api.json", {
    cwd,
    output: "out",
    write: true,
  });
  expect(ok).toBe(true);
  const moved = diagnostics.filter(({ code }) => code === "union/tag-moved");
  const types = await readFile(join(cwd, "out/types/event.ts"), "utf8");
  return {
    moved: moved.map(({ message }) => message),
    types,
    tags: readLock(join(cwd, "out"))?.tags,
  };
}

test("a tag that was not the first choice stays when the first one becomes free", async () => {
  const first = await run({ kind: { type: "string" } });
  expect(first.tags).toEqual(new Map([["Event", "variant"]]));
  const second = await run();
  expect(second).toMatchObject({
    tags: new Map([["Event", "variant"]]),
    moved: [],
  });
  expect(second.types).toContain('variant: "call"');
  expect(second.types).not.toContain("kind:");
});

test("a tag that the wire comes to have gives way, is said once, and then stays where it is", async () => {
  expect((await run()).tags).toEqual(new Map([["Event", "kind"]]));
  const moved = await run({ kind: { type: "string" } });
  expect(moved.tags).toEqual(new Map([["Event", "variant"]]));
  expect(moved.moved).toEqual([
    expect.stringContaining('the tag of Event was "kind" and is now "variant"'),
  ]);
  expect((await run({ kind: { type: "string" } })).moved).toEqual([]);
  expect((await run()).tags).toEqual(new Map([["Event", "variant"]]));
});

test("a union that comes to be told apart on the wire has no added tag, and that is said", async () => {
  await run();
  const { moved, tags } = await run({}, { type: true });
  expect(tags).toEqual(new Map());
  expect(moved).toEqual([
    expect.stringContaining('was "kind" and is now "type"'),
  ]);
});

test("a lock file makes up no tags", async () => {
  await run();
  const lock = join(cwd, "out/.telltale.json");
  const text = await readFile(lock, "utf8");
  await writeFile(
    lock,
    text.replace('"Event": "kind"', '"Event": "__proto__"'),
  );
  expect((await run()).tags).toEqual(new Map([["Event", "kind"]]));
});
