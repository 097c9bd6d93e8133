import { expect, test } from "vitest";
import { cursor } from "../../templates/runtime/page-cursor.ts";
import { elementsOf, inXml } from "../../templates/runtime/page-xml.ts";
import { pagerOf } from "./page-players.ts";
import { impatient } from "./client.ts";
import { serve } from "./server.ts";

test.each<[string, string, object]>([
  [
    "elements of the root",
    "<List><Next>b</Next><Size>2</Size></List>",
    { Next: "b", Size: "2" },
  ],
  [
    "not those of items",
    "<List><Pet><Next>x</Next></Pet><Next>b</Next></List>",
    { Next: "b" },
  ],
  [
    "the first of a name",
    "<List><Pet>a</Pet><Pet>b</Pet></List>",
    { Pet: "a" },
  ],
  ["none that are empty", "<List><Next/><More /></List>", {}],
  ["an empty text", "<List><Next></Next></List>", { Next: "" }],
  [
    "attributes with a bracket",
    `<List a="x>y"><Next b='>'>c</Next></List>`,
    { Next: "c" },
  ],
  [
    "references",
    "<List><Next>?a=1&amp;b=&#x41;&#66;&lt;</Next></List>",
    { Next: "?a=1&b=AB<" },
  ],
  [
    "sections and comments",
    "<List><!-- <Next>x</Next> --><Next><![CDATA[<a&amp;]]><!-- c --></Next></List>",
    { Next: "<a&amp;" },
  ],
  [
    "after a declaration",
    `<?xml version='1.0'?><!DOCTYPE List>\n<List>\n <Next> b </Next>\n</List>`,
    { Next: "b" },
  ],
  [
    "prefixed names as they are",
    "<s:List><s:Next>b</s:Next></s:List>",
    { "s:Next": "b" },
  ],
  ["nothing of what is no XML", "no <b", {}],
  [
    "a name that objects have",
    "<List><__proto__>b</__proto__></List>",
    Object.fromEntries([["__proto__", "b"]]),
  ],
])("%s", (_, xml, elements) => {
  expect(elementsOf(xml)).toEqual(elements);
});

test.each(["<!--", "<![CDATA[", "<?", "<a ", "<a b='", "<a>", "&#"])(
  "a hostile text of %s is read once, and so within the time of a test",
  (part) => {
    const many = part.repeat(200_000);
    expect(elementsOf(`<r><x>${many}`)).toEqual({});
    expect(elementsOf(`<r>${many}</r><x>`)).toEqual({});
  },
);

test("pages in XML are read one by one, up to the one without a token", async () => {
  const pageOf = (n: string, more: string) =>
    `<List><Pet>${n}</Pet>${more}</List>`;
  const server = await serve(
    ...["<Next>b</Next>", "<Next/>"].map(
      (more, n) =>
        (_: unknown, response: import("node:http").ServerResponse) => {
          response.writeHead(200, { "content-type": "application/json" });
          response.end(JSON.stringify(pageOf(String(n), more)));
        },
    ),
  );
  const strategy = inXml(
    cursor({ items: [], next: ["Next"], parameter: "cursor" }),
  );
  const found = await pagerOf(strategy)(impatient(server.url).client).toArray();
  expect(found).toEqual([
    pageOf("0", "<Next>b</Next>"),
    pageOf("1", "<Next/>"),
  ]);
  expect(server.arrived.map(({ url }) => url.split("?")[1])).toEqual([
    undefined,
    "cursor=b",
  ]);
});
