import { describe, expect, test } from "vitest";
import type { PaginationRule } from "../../generator/options.ts";
import { type List, objects as data, rulesOf } from "./rules-of.ts";

const list: List = {
  query: { q: "string", from: "string", n: "integer", size: "integer" },
  page: {
    data,
    others: data,
    meta: {
      type: "object",
      properties: {
        next: { type: "string" },
        all: { type: "integer" },
        go: { type: "boolean" },
        kind: { enum: ["delta", "complete"] },
      },
    },
  },
};
const by = (rule: unknown): List => ({
  ...list,
  options: { pagination: { listPets: rule as PaginationRule } },
});
const withExtension = (name: string, value: unknown): List => ({
  ...list,
  more: { [name]: value },
});
async function ruleOf(list: List): Promise<unknown> {
  const { rule, diagnostics } = await rulesOf(list);
  expect(diagnostics.filter((line) => line.startsWith("error"))).toEqual([]);
  return rule && JSON.parse(JSON.stringify(rule));
}

describe("by the config", () => {
  test.each<[PaginationRule, object]>([
    [
      {
        style: "cursor",
        parameter: "from",
        next: "meta.next",
        more: "meta.go",
        items: "data",
      },
      {
        style: "cursor",
        parameter: ["from"],
        next: ["meta", "next"],
        more: ["meta", "go"],
        items: ["data"],
      },
    ],
    [
      { style: "cursor", parameter: "from", next: { header: "X-Next" } },
      { style: "cursor", parameter: ["from"], next: "X-Next", items: ["data"] },
    ],
    [
      {
        style: "offset",
        parameter: "n",
        first: 1,
        total: ["meta", "all"],
        size: "size",
        items: "others",
      },
      {
        style: "offset",
        parameter: ["n"],
        first: 1,
        total: ["meta", "all"],
        size: "size",
        items: ["others"],
      },
    ],
    [
      { style: "page", parameter: "n" },
      { style: "page", parameter: ["n"], items: ["data"] },
    ],
    [
      { style: "url", next: "meta.next", byGet: true },
      {
        style: "url",
        next: ["meta", "next"],
        byGet: true,
        keep: [],
        items: ["data"],
      },
    ],
    [{ style: "link" }, { style: "link", keep: [], items: ["data"] }],
    [
      {
        style: "cursor",
        parameter: "from",
        next: "meta.next",
        end: { at: "meta.kind", is: "complete" },
      },
      {
        style: "cursor",
        parameter: ["from"],
        next: ["meta", "next"],
        end: { at: ["meta", "kind"], is: "complete" },
        items: ["data"],
      },
    ],
    [
      { style: "page", parameter: "n", next: "meta.next" },
      {
        style: "page",
        parameter: ["n"],
        next: ["meta", "next"],
        items: ["data"],
      },
    ],
    [
      { style: "offset", parameter: "n", current: "meta.all" },
      {
        style: "offset",
        parameter: ["n"],
        current: ["meta", "all"],
        items: ["data"],
      },
    ],
    [
      { style: "last-item", parameter: "from", id: "id" },
      { style: "last-item", parameter: ["from"], id: ["id"], items: ["data"] },
    ],
  ])("%o", async (rule, planned) => {
    expect(await ruleOf(by(rule))).toEqual(planned);
  });
  test("by method and path, over what would be inferred, and over an extension", async () => {
    const inferred: List = {
      query: { cursor: "string", n: "integer" },
      page: { data, next_cursor: "string" },
    };
    expect(await ruleOf(inferred)).toMatchObject({ style: "cursor" });
    const options = {
      pagination: { "GET /pets": { style: "page", parameter: "n" } as const },
    };
    expect(await ruleOf({ ...inferred, options })).toMatchObject({
      style: "page",
    });
    const more = { "x-telltale-pagination": { style: "link" } };
    expect(await ruleOf({ ...inferred, more })).toMatchObject({
      style: "link",
    });
    expect(await ruleOf({ ...inferred, more, options })).toMatchObject({
      style: "page",
    });
    const none = { pagination: { listPets: { style: "none" } as const } };
    expect(await ruleOf({ ...inferred, options: none })).toBeUndefined();
  });
  test("a parameter may stand in the body, with or without saying so", async () => {
    const search: List = {
      method: "post",
      sends: {
        after: { type: "object", properties: { token: { type: "string" } } },
      },
      page: { data, next: "string" },
    };
    for (const parameter of [
      "body.after.token",
      "after.token",
      ["body", "after", "token"],
    ]) {
      const rule = { style: "cursor", parameter, next: "next" } as const;
      expect(
        await ruleOf({
          ...search,
          options: { pagination: { listPets: rule } },
        }),
      ).toMatchObject({
        parameter: ["body", "after", "token"],
      });
    }
  });
});

test("the size of a page stands beside its parameter", async () => {
  const search: List = {
    method: "post",
    sends: { skip: "integer", limit: "integer" },
    page: { data },
  };
  const rule = { style: "offset", parameter: "skip", size: "limit" } as const;
  const options = { pagination: { listPets: rule } };
  expect(await ruleOf({ ...search, options })).toMatchObject({
    parameter: ["body", "skip"],
    size: "limit",
  });
});

describe("of pages in XML", () => {
  const content = { "application/xml": { schema: { type: "object" } } };
  const inXml = (rule: object): List => ({
    ...by(rule),
    more: { responses: { 200: { description: "ok", content } } },
  });
  test("paths are elements, and each page is an item", async () => {
    const rule = { style: "cursor", parameter: "from", next: "NextMarker" };
    expect(await ruleOf(inXml(rule))).toEqual({
      style: "cursor",
      parameter: ["from"],
      next: ["NextMarker"],
      items: [],
      xml: true,
    });
  });
  test("so that there are no items to name", async () => {
    const rule = { style: "url", next: "NextLink", items: "Pets" };
    const { diagnostics } = await rulesOf(inXml(rule));
    expect(diagnostics.join()).toMatch(/a page in XML is one item/);
  });
});

test("what the description leaves open is taken as declared", async () => {
  const open: List = {
    query: { cursor: "string" },
    page: { type: "object", additionalProperties: true },
  };
  const rule = {
    style: "cursor",
    parameter: "cursor",
    next: "a.next",
    items: "a.items",
  } as const;
  const options = { pagination: { listPets: rule } };
  expect(await ruleOf({ ...open, options })).toMatchObject({
    next: ["a", "next"],
    items: ["a", "items"],
  });
});

describe("a rule that does not fit is an error, with all that is wrong", () => {
  test.each<[unknown, RegExp]>([
    [
      { style: "cursor", parameter: "cursor", next: "meta.next" },
      /takes no "cursor"/,
    ],
    [
      { style: "cursor", parameter: "from", next: "meta.nxt" },
      /response has no "meta.nxt"/,
    ],
    [{ style: "cursor", parameter: "nope", next: "nope" }, /"nope"; .*"nope"/],
    [
      { style: "cursor", parameter: "from", next: "meta.go" },
      /"meta.go" is no string and no number/,
    ],
    [
      { style: "cursor", parameter: "from", next: "data" },
      /"data" is no string/,
    ],
    [
      { style: "offset", parameter: "n", total: "meta.next" },
      /"meta.next" is no number/,
    ],
    [{ style: "offset", parameter: "n", size: "limit" }, /takes no "limit"/],
    [{ style: "page", parameter: "n", items: "meta" }, /"meta" is no array/],
    [{ style: "page", parameter: "n", items: [] }, /is no array/],
    [
      { style: "last-item", parameter: "from", id: "uuid" },
      /an item has no "uuid"/,
    ],
    [
      { style: "cursor", parameter: "from", next: { header: "a b" } },
      /"a b" is no name of a header/,
    ],
    [
      {
        style: "cursor",
        parameter: "from",
        next: "meta.next",
        end: { at: "meta.kind", is: "done" },
      },
      /"meta.kind" is never "done"/,
    ],
    [
      {
        style: "cursor",
        parameter: "from",
        next: "meta.next",
        end: { at: "meta.sort", is: "done" },
      },
      /response has no "meta.sort"/,
    ],
    [
      {
        style: "cursor",
        parameter: "from",
        next: "meta.next",
        end: "complete",
      },
      /"end" is no \{ at, is \}/,
    ],
    [{ style: "curser" }, /style is none of cursor/],
    [{ style: "cursor", parameter: "from" }, /"next" is missing/],
    [
      { style: "page", parameter: "n", cursor: "x" },
      /"cursor" means nothing in style page/,
    ],
    [{ style: "page", parameter: "n", first: "0" }, /"first" is no number/],
    ["cursor", /no object with a style/],
  ])("%o", async (rule, message) => {
    const { rule: planned, diagnostics } = await rulesOf(by(rule));
    expect(planned).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatch(
      /^error pagination\/rule-misfit the rule that the config declares for the pages of GET \/pets/,
    );
    expect(diagnostics[0]).toMatch(message);
  });
  test("as is one for no operation", async () => {
    const { diagnostics } = await rulesOf({
      ...list,
      options: { pagination: { list_pets: { style: "link" } } },
    });
    expect(diagnostics[0]).toMatch(
      /^error pagination\/unknown-operation .*"list_pets".*could be "listPets"/,
    );
  });
});

describe("by an extension of another tool", () => {
  test.each<[string, unknown, object | undefined]>([
    [
      "x-speakeasy-pagination",
      {
        type: "cursor",
        inputs: [{ name: "from", in: "parameters", type: "cursor" }],
        outputs: { results: "$.data", nextCursor: "$.meta['next']" },
      },
      {
        style: "cursor",
        parameter: ["from"],
        next: ["meta", "next"],
        items: ["data"],
      },
    ],
    [
      "x-speakeasy-pagination",
      {
        type: "cursor",
        inputs: [{ name: "from", in: "parameters", type: "cursor" }],
        outputs: { results: "$.data", nextCursor: "$.data[-1].id" },
      },
      { style: "last-item", parameter: ["from"], id: ["id"], items: ["data"] },
    ],
    [
      "x-speakeasy-pagination",
      {
        type: "offsetLimit",
        inputs: [{ name: "n", in: "parameters", type: "page" }],
        outputs: { results: "$.others", numPages: "$.meta.all" },
      },
      {
        style: "page",
        parameter: ["n"],
        pages: ["meta", "all"],
        items: ["others"],
      },
    ],
    [
      "x-speakeasy-pagination",
      {
        type: "offsetLimit",
        inputs: [{ name: "n", in: "parameters", type: "offset" }],
      },
      { style: "offset", parameter: ["n"], items: ["data"] },
    ],
    [
      "x-speakeasy-pagination",
      { type: "url", outputs: { nextUrl: "$.meta.next" } },
      { style: "url", next: ["meta", "next"], keep: [], items: ["data"] },
    ],
    [
      "x-fern-pagination",
      {
        cursor: "$request.from",
        next_cursor: "$response.meta.next",
        results: "$response.data",
      },
      {
        style: "cursor",
        parameter: ["from"],
        next: ["meta", "next"],
        items: ["data"],
      },
    ],
    [
      "x-fern-pagination",
      {
        offset: "$request.n",
        results: "$response.data",
        "has-next-page": "$response.meta.go",
      },
      {
        style: "page",
        parameter: ["n"],
        more: ["meta", "go"],
        items: ["data"],
      },
    ],
    [
      "x-fern-pagination",
      {
        offset: "$request.n",
        step: "$request.size",
        results: "$response.data",
      },
      { style: "offset", parameter: ["n"], items: ["data"] },
    ],
    [
      "x-fern-pagination",
      { next_uri: "$response.meta.next", results: "$response.data" },
      { style: "url", next: ["meta", "next"], keep: [], items: ["data"] },
    ],
    ["x-fern-pagination", true, undefined],
    ["x-ms-pageable", { nextLinkName: null }, undefined],
    [
      "x-redoclyPagination",
      {
        style: "cursor",
        cursorParam: "from",
        nextCursor: "/meta/next",
        hasMore: "/meta/go",
        items: "/data",
      },
      {
        style: "cursor",
        parameter: ["from"],
        next: ["meta", "next"],
        more: ["meta", "go"],
        items: ["data"],
      },
    ],
    [
      "x-redoclyPagination",
      { style: "page", pageParam: "n", items: "/data" },
      { style: "page", parameter: ["n"], items: ["data"] },
    ],
    ["x-redoclyPagination", false, undefined],
    [
      "x-telltale-pagination",
      { style: "page", parameter: "n" },
      { style: "page", parameter: ["n"], items: ["data"] },
    ],
    ["x-telltale-pagination", false, undefined],
  ])("%s %j", async (name, value, rule) => {
    expect(await ruleOf(withExtension(name, value))).toEqual(rule);
  });
  test("x-ms-pageable", async () => {
    const pageable: List = {
      page: { value: data, nextLink: "string" },
      more: { "x-ms-pageable": { nextLinkName: "nextLink" } },
    };
    expect(await ruleOf(pageable)).toEqual({
      style: "url",
      next: ["nextLink"],
      byGet: true,
      keep: [],
      items: ["value"],
    });
  });
  test("x-ms-pageable without such a property is passed over, and said so", async () => {
    const { rule, diagnostics } = await rulesOf(
      withExtension("x-ms-pageable", { nextLinkName: "nextLink" }),
    );
    expect(rule).toBeUndefined();
    expect(diagnostics[0]).toMatch(
      /^warning pagination\/extension-misfit x-ms-pageable speaks of pages of GET \/pets, but .*no "nextLink"/,
    );
  });
  test("that cannot be read, or does not fit, is an error at its place", async () => {
    for (const [name, value, message] of [
      ["x-speakeasy-pagination", { type: "magic" }, /none of offsetLimit/],
      [
        "x-speakeasy-pagination",
        { type: "url", outputs: { nextUrl: "$..next" } },
        /no path to one value/,
      ],
      ["x-fern-pagination", { results: "$response.data" }, /none of cursor/],
      ["x-redoclyPagination", { style: "cursor" }, /no cursorParam/],
      ["x-telltale-pagination", { style: "page" }, /"parameter" is missing/],
    ] as const) {
      const { diagnostics } = await rulesOf(withExtension(name, value));
      expect(diagnostics[0]).toMatch(
        new RegExp(
          `^error pagination/rule-misfit the rule that ${name} declares`,
        ),
      );
      expect(diagnostics[0]).toMatch(message);
    }
  });
});
