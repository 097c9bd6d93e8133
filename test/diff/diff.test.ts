import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { diff } from "../../generator/index.ts";
import type { Json, JsonObject } from "../../generator/ir/source.ts";
import {
  answer,
  api,
  compare,
  object,
  receiving,
  sending,
  thing,
} from "./documents.ts";

const text = { type: "string" };
const summary = async (...pair: Parameters<typeof compare>) =>
  (await compare(...pair)).diff.findings.map(
    ({ change, level, subject }) => `${level} ${change} ${subject}`,
  );

describe("what stays the same is no change", () => {
  test.each(["specs/quo/openapi.yaml", "specs/bird/openapi.json"])(
    "%s against itself",
    async (path) => {
      const { ok, diff: found } = await diff(path, path);
      expect({ ok, found }).toEqual({
        ok: true,
        found: {
          semver: "none",
          counts: { breaking: 0, unknown: 0, widening: 0, compatible: 0 },
          findings: [],
        },
      });
    },
  );

  test("the order of paths, components and properties does not matter", async () => {
    const bird = JSON.parse(
      await readFile("specs/bird/openapi.json", "utf8"),
    ) as JsonObject;
    expect(await summary(bird, reversed(bird) as JsonObject)).toEqual([]);
  });
});

/** Maps the other way round; lists stay, as their order may mean something. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe("types", () => {
  test("properties by how their names begin are compared as fields are", async () => {
    const begun = (of: object) =>
      receiving(object({ a: text }, ["a"], { patternProperties: { ...of } }));
    expect(
      await summary(
        begun({ "^x-": text, "^y-": text }),
        begun({ "^x-": { type: "integer" }, "^z-": text }),
      ),
    ).toEqual([
      "breaking retyped Thing.x-…",
      "breaking field-removed Thing.y-…",
      "compatible field-added Thing.z-…",
    ]);
  });

  test("a type used in both directions is judged in both, as the worse of them", async () => {
    const both = (values: readonly string[]) =>
      api({
        paths: {
          "/thing": {
            put: {
              operationId: "putThing",
              requestBody: {
                required: true,
                content: { "application/json": { schema: thing } },
              },
              responses: { 200: answer(thing) },
            },
          },
        },
        components: {
          schemas: {
            Thing: object({ a: { type: "string", enum: [...values] } }),
          },
        },
      });
    const { diff: found } = await compare(both(["x"]), both(["x", "y"]));
    expect(found.findings).toMatchObject([
      { change: "value-added", level: "widening", direction: "both" },
    ]);
    expect(found.semver).toBe("minor");
  });

  test("what is recursive is compared once", async () => {
    const node = (more: JsonObject) =>
      receiving(object({ children: { type: "array", items: thing }, ...more }));
    expect(await summary(node({ a: text }), node({ a: text }))).toEqual([]);
    expect(await summary(node({ a: text }), node({}))).toEqual([
      "breaking field-removed Thing.a",
    ]);
  });

  test("two recursive types that refer to each other are the same under other names", async () => {
    const named = (a: string, b: string) =>
      api({
        paths: {
          "/a": {
            get: {
              operationId: "getA",
              responses: {
                200: answer({ $ref: `#/components/schemas/${a}` }),
              },
            },
          },
        },
        components: {
          schemas: {
            [a]: object({ b: { $ref: `#/components/schemas/${b}` } }, []),
            [b]: object({ a: { $ref: `#/components/schemas/${a}` } }, []),
          },
        },
      });
    expect(await summary(named("A", "B"), named("C", "D"))).toEqual([
      "breaking name-renamed A",
      "breaking name-renamed B",
    ]);
  });

  test("what becomes read-only leaves what is sent", async () => {
    expect(
      await summary(
        sending(object({ a: text, id: text }, ["a"])),
        sending(object({ a: text, id: { ...text, readOnly: true } }, ["a"])),
      ),
    ).toEqual(["breaking field-removed Thing.id"]);
  });

  test("a field that is gone names the new one of the same type", async () => {
    const { diff: found } = await compare(
      receiving(object({ userId: text, n: { type: "integer" } })),
      receiving(object({ accountId: text, n: { type: "integer" } })),
    );
    expect(found.findings[0]).toMatchObject({
      subject: "Thing.userId",
      after: "perhaps accountId, which is new and of the same type",
    });
  });

  test("what is answered is compared status by status, wherever it is documented", async () => {
    const answered = (responses: JsonObject) =>
      api({ webhooks: { seen: { post: { responses } } } });
    const before = answered({
      200: answer(text),
      "4XX": answer(text),
      default: answer(),
    });
    expect(await summary(before, before)).toEqual([]);
    expect(
      await summary(
        before,
        answered({
          200: answer(text),
          404: answer(text),
          "4XX": answer(text),
          503: answer(),
          default: answer(),
        }),
      ),
    ).toEqual([]);
    expect(
      await summary(
        before,
        answered({
          200: answer(text),
          404: answer({ type: "integer" }),
          "4XX": answer(text),
        }),
      ),
    ).toEqual([
      "breaking variant-removed SeenWebhook.response",
      "breaking retyped SeenWebhook.response.body",
    ]);
  });

  test("a body that gets a second media type still takes the first", async () => {
    const body = (content: JsonObject) =>
      api({
        paths: {
          "/thing": {
            post: {
              operationId: "setThing",
              requestBody: { required: true, content },
              responses: { 204: answer() },
            },
          },
        },
      });
    const json = { "application/json": { schema: object({ a: text }) } };
    const { diff: found } = await compare(
      body(json),
      body({ ...json, "text/csv": { schema: text } }),
    );
    expect(found.counts).toMatchObject({ breaking: 0, unknown: 0 });
  });
});

test("each finding has both places, by file, line, column and pointer", async () => {
  const { diff: found } = await compare(
    receiving(object({ a: text })),
    receiving(object({ a: { type: "integer" } })),
  );
  const pointer = "/components/schemas/Thing/properties/a";
  expect(found.findings).toMatchObject([
    {
      subject: "Thing.a",
      old: { source: "old.json", pointer, line: expect.any(Number) as number },
      new: {
        source: "new.json",
        pointer,
        column: expect.any(Number) as number,
      },
    },
  ]);
});

test("a side that cannot be compiled has its diagnostics, and there are no findings", async () => {
  const found = await diff("specs/quo/openapi.yaml", "nowhere.yaml");
  expect(found).toMatchObject({ ok: false, diff: undefined });
  expect(found.new.diagnostics).toMatchObject([{ code: "load/not-found" }]);
});

/** Schemas of a few kinds, deep enough to nest. */
const schemas = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom<JsonObject>(
      { type: "string" },
      { type: "integer" },
      { type: "boolean" },
      { type: ["string", "null"] },
      {},
    ),
    fc
      .uniqueArray(fc.constantFrom("x", "y", "z"), { minLength: 1 })
      .map((values): JsonObject => ({ type: "string", enum: values })),
    fc
      .record({ items: tie("schema"), minItems: fc.constantFrom(0, 1) })
      .map((each): JsonObject => ({ type: "array", ...each })),
    fc
      .uniqueArray(
        fc.tuple(fc.constantFrom("a", "b", "c"), tie("schema"), fc.boolean()),
        { selector: ([name]) => name, minLength: 1 },
      )
      .map((fields): JsonObject =>
        object(
          Object.fromEntries(fields.map(([name, schema]) => [name, schema])),
          fields.filter(([, , required]) => required).map(([name]) => name),
        ),
      ),
    fc
      .uniqueArray(fc.constantFrom("p", "q", "r"), { minLength: 2 })
      .map((tags): JsonObject => ({
        oneOf: tags.map((tag) => object({ type: { const: tag }, [tag]: text })),
      })),
  ),
})).schema;

test("nothing that the type-checker rejects is called compatible, whatever the edit", async () => {
  const { mkdtemp } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const { rejectedLines, unexplained } =
    await import("./consumer/check-consumer.ts");
  const runs = Number(process.env["DIFF_EDITS"] ?? 40);
  const edits = fc.sample(fc.tuple(schemas, schemas, fc.boolean()), {
    numRuns: runs,
    seed: Number(process.env["DIFF_SEED"] ?? 7),
  });
  const pairs = [];
  for (const [index, [old, now, isSent]] of edits.entries()) {
    const of = isSent ? sending : receiving;
    const field = (schema: JsonObject) => of(object({ field: schema }));
    const name = `${index} ${isSent ? "sent" : "received"} ${JSON.stringify(old)} → ${JSON.stringify(now)}`;
    pairs.push({ name, ...(await compare(field(old), field(now))) });
  }
  const rejected = await rejectedLines(
    pairs,
    await mkdtemp(join(tmpdir(), "telltale-edits-")),
  );
  const left = pairs.flatMap(({ name, diff: found }) =>
    unexplained(rejected.get(name) ?? [], found.findings).map((line) => ({
      name,
      ...line,
    })),
  );
  expect(left).toEqual([]);
  expect([...rejected.values()].flat().length).toBeGreaterThan(runs / 2);
}, 300_000);

test("the function for a stream beside JSON is one that callers have", async () => {
  const asking = (...types: readonly string[]) =>
    api({
      paths: {
        "/chats": {
          post: {
            operationId: "createChat",
            responses: {
              "200": {
                description: "",
                content: Object.fromEntries(
                  types.map((type) => [type, { schema: text }]),
                ),
              },
            },
          },
        },
      },
    });
  const json = asking("application/json");
  const both = asking("application/json", "text/event-stream");
  expect(await summary(both, json)).toEqual([
    "breaking operation-removed streamChat",
  ]);
  expect(await summary(json, both)).toEqual([
    "compatible operation-added streamChat",
  ]);
});
