import { describe, expect, test } from "vitest";
import { type List, objects, rulesOf } from "./rules-of.ts";

const data = objects;
const obj = (properties: object) => ({ type: "object", properties });
const text = { type: "string" };
const url = { type: "string", format: "uri" };
const count = { type: "integer" };
const flag = { type: "boolean" };
const paged = { query: { page: "integer", per_page: "integer" } };
const cursored = { query: { cursor: "string", limit: "integer" } };

/** The rule, less what is undefined. */
async function ruleOf(list: List): Promise<unknown> {
  const { rule } = await rulesOf(list);
  return rule && JSON.parse(JSON.stringify(rule));
}

describe("both sides make a rule:", () => {
  test.each<[string, List, object]>([
    [
      "a token (AIP-158)",
      {
        query: { page_size: "integer", page_token: "string" },
        page: { pets: data, next_page_token: text },
      },
      {
        style: "cursor",
        parameter: ["page_token"],
        next: ["next_page_token"],
        items: ["pets"],
      },
    ],
    [
      "a token in an envelope, with a flag",
      {
        ...cursored,
        page: {
          data,
          meta: obj({ pagination: obj({ next: text, has_more: flag }) }),
        },
      },
      {
        style: "cursor",
        parameter: ["cursor"],
        next: ["meta", "pagination", "next"],
        more: ["meta", "pagination", "has_more"],
        inUrl: true,
        items: ["data"],
      },
    ],
    [
      "a token below `next`",
      {
        query: { after: "string" },
        page: {
          results: data,
          paging: obj({
            next: obj({ after: text, link: text }),
            prev: obj({ before: text }),
          }),
        },
      },
      {
        style: "cursor",
        parameter: ["after"],
        next: ["paging", "next", "after"],
        items: ["results"],
      },
    ],
    [
      "a token among cursors (`paging.cursors.after`)",
      {
        query: { after: "string" },
        page: {
          data,
          paging: obj({ cursors: obj({ before: text, after: text }) }),
        },
      },
      {
        style: "cursor",
        parameter: ["after"],
        next: ["paging", "cursors", "after"],
        items: ["data"],
      },
    ],
    [
      "Relay's page info, through allOf",
      {
        query: { after: "string", first: "integer" },
        page: {
          allOf: [
            obj({ nodes: data }),
            obj({
              pageInfo: {
                allOf: [obj({ endCursor: text }), obj({ hasNextPage: flag })],
              },
            }),
          ],
        },
      },
      {
        style: "cursor",
        parameter: ["after"],
        next: ["pageInfo", "endCursor"],
        more: ["pageInfo", "hasNextPage"],
        items: ["nodes"],
      },
    ],
    [
      "a token of the same name on both sides",
      { ...cursored, page: { data, cursor: text } },
      {
        style: "cursor",
        parameter: ["cursor"],
        next: ["cursor"],
        items: ["data"],
      },
    ],
    [
      "a number of the next page",
      { ...paged, page: { data, next_page: { type: ["integer", "null"] } } },
      {
        style: "cursor",
        parameter: ["page"],
        next: ["next_page"],
        items: ["data"],
      },
    ],
    [
      "a token in the request body",
      {
        method: "post",
        path: "/pets/search",
        sends: { filter: "string", cursor: "string" },
        page: { data, next_cursor: text },
      },
      {
        style: "cursor",
        parameter: ["body", "cursor"],
        next: ["next_cursor"],
        items: ["data"],
      },
    ],
    [
      "a token in an object of the request body",
      {
        method: "post",
        path: "/pets:query",
        sends: {
          page: obj({ token: text, size: count }),
          paging: obj({ cursor: text }),
        },
        page: { data, next_cursor: text },
      },
      {
        style: "cursor",
        parameter: ["body", "paging", "cursor"],
        next: ["next_cursor"],
        items: ["data"],
      },
    ],
    [
      "a token in a query object",
      {
        query: { page: obj({ after: text, size: count }) },
        page: { data, next_cursor: text },
      },
      {
        style: "cursor",
        parameter: ["page", "after"],
        next: ["next_cursor"],
        items: ["data"],
      },
    ],
    [
      "tokens in headers",
      {
        header: { "X-Continuation-Token": "string" },
        headers: { "X-Next-Continuation-Token": "string" },
        page: data,
      },
      {
        style: "cursor",
        parameter: ["X-Continuation-Token"],
        next: "X-Next-Continuation-Token",
        items: [],
      },
    ],
    [
      "a token in the body rather than one in the query",
      {
        method: "post",
        query: { cursor: "string" },
        sends: { cursor: "string" },
        page: { data, next_cursor: text },
      },
      {
        style: "cursor",
        parameter: ["body", "cursor"],
        next: ["next_cursor"],
        items: ["data"],
      },
    ],
    [
      "the list metadata of Kubernetes",
      {
        query: { continue: "string", limit: "integer" },
        page: {
          items: data,
          metadata: obj({ continue: text, remainingItemCount: count }),
        },
      },
      {
        style: "cursor",
        parameter: ["continue"],
        next: ["metadata", "continue"],
        items: ["items"],
      },
    ],
    [
      "numbers in strings",
      {
        query: { page: { type: "string", default: "1" } },
        page: { data, total: { type: "string", format: "int64" } },
      },
      { style: "page", parameter: ["page"], total: ["total"], items: ["data"] },
    ],
    [
      "a number of the next page in a header",
      {
        ...paged,
        headers: { "X-Next-Page": "integer", "X-Total": "integer" },
        page: data,
      },
      { style: "cursor", parameter: ["page"], next: "X-Next-Page", items: [] },
    ],
    [
      "JSON:API's links",
      {
        query: { "page[number]": "integer" },
        page: { data, links: obj({ self: text, next: text, prev: text }) },
      },
      { style: "url", next: ["links", "next"], keep: [], items: ["data"] },
    ],
    [
      "HAL's links and embedded items",
      {
        ...paged,
        page: {
          _embedded: obj({ pets: data }),
          _links: obj({ next: obj({ href: text }) }),
        },
      },
      {
        style: "url",
        next: ["_links", "next", "href"],
        keep: [],
        items: ["_embedded", "pets"],
      },
    ],
    [
      "OData's link",
      {
        query: { $top: "integer", $skip: "integer" },
        page: { value: data, "@odata.nextLink": text, "@odata.count": count },
      },
      { style: "url", next: ["@odata.nextLink"], keep: [], items: ["value"] },
    ],
    [
      "`next` beside `previous` and a count",
      {
        query: { page: "integer" },
        page: { count, next: url, previous: url, results: data },
      },
      { style: "url", next: ["next"], keep: [], items: ["results"] },
    ],
    [
      "a Link header",
      { ...paged, headers: { Link: "string" }, page: data },
      { style: "link", keep: [], items: [] },
    ],
    [
      "the last item's id with a flag",
      {
        query: { starting_after: "string", limit: "integer" },
        page: { data, has_more: flag },
      },
      {
        style: "last-item",
        parameter: ["starting_after"],
        id: ["id"],
        more: ["has_more"],
        items: ["data"],
      },
    ],
    [
      "an offset with a total",
      {
        query: { offset: "integer", limit: "integer" },
        page: { pets: data, total: count },
      },
      {
        style: "offset",
        parameter: ["offset"],
        total: ["total"],
        items: ["pets"],
      },
    ],
    [
      "SCIM's offset, which counts from 1",
      {
        query: {
          startIndex: "integer: The 1-based index of the first result",
          count: "integer",
        },
        page: { Resources: data, totalResults: count },
      },
      {
        style: "offset",
        parameter: ["startIndex"],
        first: 1,
        total: ["totalResults"],
        items: ["Resources"],
      },
    ],
    [
      "an offset, and prose on the end",
      {
        query: { offset: "integer" },
        page: data,
        more: {
          description: "Returns an empty array once there are no more pets.",
        },
      },
      { style: "offset", parameter: ["offset"], items: [] },
    ],
    [
      "a page number with a count of pages",
      {
        ...paged,
        page: { data, meta: obj({ page: count, total_pages: count }) },
      },
      {
        style: "page",
        parameter: ["page"],
        current: ["meta", "page"],
        pages: ["meta", "total_pages"],
        items: ["data"],
      },
    ],
    [
      "a page number from 0, with a flag for the last",
      {
        query: { page: "integer: Zero-based page index (0..N)" },
        page: { content: data, last: flag, totalElements: count },
      },
      {
        style: "page",
        parameter: ["page"],
        first: 0,
        last: ["last"],
        total: ["totalElements"],
        items: ["content"],
      },
    ],
    [
      "a page number with a total in a header",
      { ...paged, headers: { "X-Total-Count": "integer" }, page: data },
      { style: "page", parameter: ["page"], total: "X-Total-Count", items: [] },
    ],
  ])("%s", async (_, list, rule) => {
    expect(await ruleOf(list)).toEqual(rule);
  });
});

describe("of two styles the stronger:", () => {
  test.each<[string, List, string]>([
    [
      "a token before an offset",
      {
        query: { offset: "integer", cursor: "string" },
        page: { data, total: count, next_cursor: text },
      },
      "cursor",
    ],
    [
      "a token before a URL",
      { ...cursored, page: { data, next_cursor: text, next_url: url } },
      "cursor",
    ],
    [
      "a URL before a page number",
      { ...paged, page: { data, total_pages: count, next_url: url } },
      "url",
    ],
    [
      "a Link header before a page number",
      {
        ...paged,
        headers: { Link: "string" },
        page: { data, total_pages: count },
      },
      "link",
    ],
    [
      "a last item before an offset",
      {
        query: { offset: "integer", starting_after: "string" },
        page: { data, has_more: flag },
      },
      "last-item",
    ],
  ])("%s", async (_, list, style) => {
    expect(await ruleOf(list)).toMatchObject({ style });
  });
});

describe("one side, or two that do not belong together, make none:", () => {
  test.each<[string, List, RegExp]>([
    [
      "a cursor and no token",
      { ...cursored, page: { data } },
      /carries no token/,
    ],
    [
      "a token and no cursor",
      { query: { limit: "integer" }, page: { data, next_cursor: text } },
      /no parameter takes it/,
    ],
    [
      "an offset and no end",
      { query: { offset: "integer", limit: "integer" }, page: data },
      /where the pages end/,
    ],
    [
      "a count that may be of this page",
      { ...paged, page: { data, count } },
      /where the pages end/,
    ],
    [
      "a total that is of this page",
      {
        ...paged,
        page: { data, total: "integer: Total number of pets in this page" },
      },
      /where the pages end/,
    ],
    [
      "a total that may be of pages or items",
      { ...paged, page: { data, page: obj({ total: count }) } },
      /where the pages end/,
    ],
    [
      "a page that may begin at 0",
      {
        query: { page: { type: "integer", minimum: 0 } },
        page: { data, total: count },
      },
      /0 or 1/,
    ],
    [
      "`start` that may begin at 0 or 1",
      {
        query: { start: "integer", limit: "integer" },
        page: { data, total: count },
      },
      /certain/,
    ],
    [
      "two arrays of objects",
      { ...cursored, page: { cats: data, dogs: data, next_cursor: text } },
      /no one array/,
    ],
    [
      "`after` that is a moment",
      {
        query: { after: "string: Only pets created after this time" },
        page: { data, next_cursor: text },
      },
      /no parameter takes it/,
    ],
    [
      "a moment by its format",
      {
        query: { after: { type: "string", format: "date-time" } },
        page: { data, next_cursor: text },
      },
      /no parameter takes it/,
    ],
    [
      "a token of the previous page",
      { ...cursored, page: { data, prev_cursor: text } },
      /carries no token/,
    ],
    [
      "a cursor that the page was asked with",
      {
        ...cursored,
        page: { data, cursor: "string: The cursor of the current page" },
      },
      /carries no token/,
    ],
    [
      "a total of money",
      { ...paged, page: { data, total: "number: The amount of all invoices" } },
      /where the pages end/,
    ],
    [
      "a flag of the wrong type",
      { query: { page: "integer" }, page: { data, has_more: text } },
      /where the pages end/,
    ],
    [
      "a page number of the wrong type",
      { query: { page: "boolean" }, page: { data, total_pages: count } },
      /no parameter asks/,
    ],
    [
      "`next` that may be no URL",
      { query: { limit: "integer" }, page: { data, next: text } },
      /no parameter takes it/,
    ],
  ])("%s", async (_, list, missing) => {
    const { rule, unpaged, diagnostics } = await rulesOf(list);
    expect(rule).toBeUndefined();
    const said = [...(unpaged ?? []), ...diagnostics].join("; ");
    expect(said).toMatch(missing);
  });
  test("nor does what writes", async () => {
    const list = {
      method: "post",
      sends: { cursor: "string" },
      page: { data, next_cursor: text },
    };
    const renamed = { ...list, more: { operationId: "createPets" } };
    expect((await rulesOf(renamed)).rule).toBeUndefined();
    const deletes = {
      ...cursored,
      method: "delete",
      page: { data, next_cursor: text },
    };
    expect((await rulesOf(deletes)).rule).toBeUndefined();
  });
  test("nor does one thing that has lists in it", async () => {
    const found = await rulesOf({
      ...paged,
      path: "/pets/{petId}",
      page: { name: text, toys: data, total: count },
    });
    expect(found.rule).toBeUndefined();
  });
});

test("the items are those the path names, those with a usual name, or the only ones", async () => {
  const itemsOf = async (page: List["page"], path = "/pets") =>
    (await rulesOf({ ...cursored, path, page: { ...page, next_cursor: text } }))
      .rule?.items;
  expect(await itemsOf({ pets: data, owners: data })).toEqual(["pets"]);
  expect(await itemsOf({ data, included: data })).toEqual(["data"]);
  expect(await itemsOf({ data, owners: data })).toEqual(["data"]);
  expect(
    await itemsOf({ animals: data, tags: { type: "array", items: text } }),
  ).toEqual(["animals"]);
  expect(await itemsOf({ result: obj({ animals: data }) })).toEqual([
    "result",
    "animals",
  ]);
  expect(await itemsOf({ names: { type: "array", items: text } })).toEqual([
    "names",
  ]);
  expect(await itemsOf({ pets: data, owners: data }, "/pets/search")).toEqual([
    "pets",
  ]);
  expect(
    await itemsOf({ nested: obj({ animals: data }), other: obj({ a: text }) }),
  ).toEqual(["nested", "animals"]);
  expect(await itemsOf({ errors: data, animals: data })).toEqual(["animals"]);
  expect(await itemsOf({ animals: data, owners: data })).toBeUndefined();
});

test("a URL keeps the credentials that the description puts into the query", async () => {
  const components = {
    securitySchemes: {
      inQuery: { type: "apiKey", in: "query", name: "key" },
      inHeader: { type: "apiKey", in: "header", name: "X-Key" },
    },
  };
  const page = { data, next_url: url };
  const { rule } = await rulesOf({ ...paged, page, document: { components } });
  expect(rule).toMatchObject({ keep: ["key"] });
});

test("a page that may be 0 goes on from the number that the response says", async () => {
  const numbered = (page: object) => ({
    query: { page },
    page: { content: data, totalPages: count, pageNumber: count },
  });
  const open = await rulesOf(numbered({ type: "integer", minimum: 0 }));
  expect(open.rule).toMatchObject({
    first: undefined,
    current: ["pageNumber"],
  });
  const said = await rulesOf(
    numbered({ type: "integer", minimum: 0, default: 0 }),
  );
  expect(said.rule).toMatchObject({ first: 0, current: undefined });
});

test.each<[List, string]>([
  [
    { ...cursored, page: { data } },
    'listPets: { style: "cursor", parameter: "cursor", next: "…", items: "data" }',
  ],
  [
    { ...paged, page: data },
    'listPets: { style: "page", parameter: "page", items: [] }',
  ],
  [
    {
      query: { starting_after: "string" },
      page: { data: { type: "array", items: text }, has_more: flag },
    },
    'listPets: { style: "last-item", parameter: "starting_after", id: "…", more: "has_more", items: "data" }',
  ],
  [
    { query: {}, page: { data, next_token: text } },
    'listPets: { style: "cursor", parameter: "…", next: "next_token", items: "data" }',
  ],
])("the line that would declare it: %#", async (list, line) => {
  const { declaration, diagnostics } = await rulesOf(list);
  expect(declaration).toBe(line);
  expect(diagnostics.join()).toContain(line);
});
