import { expect, test } from "vitest";
import { applyOverlays, load } from "../../generator/1-load/index.ts";
import type { Json } from "../../generator/ir/source.ts";
import { folder } from "./read.ts";

const api = {
  openapi: "3.1.0",
  info: { title: "t", version: "1" },
  paths: {
    "/x": {
      get: {
        tags: ["a", "b"],
        parameters: [
          { name: "x", in: "query" },
          { name: "y", in: "query" },
        ],
      },
    },
    "it's": { get: {} },
  },
};

async function apply(
  actions: readonly unknown[],
  version = "1.1.0",
  more: object = {},
) {
  const overlay = {
    overlay: version,
    info: { title: "o", version: "1" },
    ...more,
    actions,
  };
  const { context, diagnostics } = await folder({
    "api.json": JSON.stringify(api),
    "overlay.json": JSON.stringify(overlay),
  });
  const source = await load("api.json", context);
  if (source === undefined) throw new Error("the API should load");
  const before = structuredClone(source.value);
  const { value } = await applyOverlays(source, ["overlay.json"], context);
  expect(source.value).toEqual(before);
  return { value: value as typeof api & Record<string, Json>, diagnostics };
}

test("maps are merged, lists appended to, plain values replaced", async () => {
  const { value, diagnostics } = await apply([
    { target: "$.info", update: { title: "new", contact: { name: "n" } } },
    { target: "$.paths['/x'].get.tags", update: "c" },
    { target: "$.paths['/x'].get", update: { tags: ["d"] } },
    {
      target: "$.paths['/x'].get.parameters[?@.name=='y'].in",
      update: "header",
    },
  ]);
  expect(diagnostics).toEqual([]);
  expect(value.info).toEqual({
    title: "new",
    version: "1",
    contact: { name: "n" },
  });
  expect(value.paths["/x"].get.tags).toEqual(["a", "b", "c", "d"]);
  expect(value.paths["/x"].get.parameters[1]).toEqual({
    name: "y",
    in: "header",
  });
});

test("a filter selects a parameter, and remove takes it out of its list", async () => {
  const { value } = await apply([
    { target: "$.paths['/x'].get.parameters[?@.name=='x']", remove: true },
    { target: "$.paths['/x'].get.tags[*]", remove: true },
    { target: "$.paths['it\\'s']", remove: true },
  ]);
  expect(value.paths).toEqual({
    "/x": { get: { tags: [], parameters: [{ name: "y", in: "query" }] } },
  });
});

test("copy merges one node into others, from 1.1 on", async () => {
  const copy = { target: "$.paths['it\\'s'].get", copy: "$.paths['/x'].get" };
  expect((await apply([copy])).value.paths["it's"].get).toEqual(
    api.paths["/x"].get,
  );
  const old = await apply([copy], "1.0.0");
  expect(old.value).toEqual(api);
  expect(old.diagnostics[0]?.message).toContain("copy needs overlay: 1.1.0");
  const many = await apply([{ target: "$.info", copy: "$.paths.*" }]);
  expect(many.diagnostics[0]?.message).toContain("it selects 2");
});

test.each([
  ["$.paths['/gone'].get", { summary: "s" }, "overlay/no-match", "warning"],
  ["$.paths[", { summary: "s" }, "overlay/target-syntax", "error"],
  [
    "$..[?(@.constructor.constructor('globalThis.__PWNED=1')())]",
    1,
    "overlay/target-syntax",
    "error",
  ],
  ["$.info", { title: { deep: 1 } }, "overlay/incompatible", "error"],
  ["$.info", ["a"], "overlay/incompatible", "error"],
  ["$..get.*[0]", { x: 1 }, "overlay/action", "error"],
  ["$.info", undefined, "overlay/action", "error"],
])(
  "%s updated by %j is %s and changes nothing",
  async (target, update, code, severity) => {
    const { value, diagnostics } = await apply([{ target, update }]);
    expect(diagnostics.map((found) => [found.code, found.severity])).toEqual([
      [code, severity],
    ]);
    expect(diagnostics[0]?.origin.source).toBe("overlay.json");
    expect(diagnostics[0]?.origin.pointer).toMatch(/^\/actions\/0/);
    expect(value).toEqual(api);
    expect(Object.hasOwn(globalThis, "__PWNED")).toBe(false);
  },
);

test("the whole document cannot be removed, and __proto__ stays data", async () => {
  const { value, diagnostics } = await apply([
    { target: "$", remove: true },
    {
      target: "$.info",
      update: JSON.parse('{"__proto__": {"polluted": 1}}') as Json,
    },
    { target: "$.info.__proto__", update: { more: 2 } },
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["overlay/action"]);
  expect(Object.entries(value.info)).toContainEqual([
    "__proto__",
    { polluted: 1, more: 2 },
  ]);
  expect(Object.getPrototypeOf(value.info)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("an overlay that extends another document is applied with a warning", async () => {
  const action = { target: "$.info", update: { title: "new" } };
  const same = await apply([action], "1.0.0", { extends: "./api.json" });
  expect(same.diagnostics).toEqual([]);
  const other = await apply([action], "1.0.0", { extends: "other.json" });
  expect(other.diagnostics.map(({ code }) => code)).toEqual([
    "overlay/extends-other",
  ]);
  expect(other.value.info.title).toBe("new");
});

test("what is no overlay is an error", async () => {
  expect(
    (await apply([], "2.0.0")).diagnostics.map(({ code }) => code),
  ).toEqual(["overlay/not-overlay"]);
});
