import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { explanationHtml } from "../../generator/explain/html/page.ts";
import { escapeHtml, markup } from "../../generator/explain/html/markup.ts";
import { explain, type Explained } from "../../generator/index.ts";
import { hasBrowser, open } from "./browser.ts";
import { explained, folder, object, receiving, ref } from "./documents.ts";

const text = { type: "string" };

/** Breaks out of text, attributes, comments, styles and scripts, if anything lets it. */
const breakOuts = [
  "<script>document.documentElement.dataset.pwned=1</script>",
  `"><img src=x onerror="document.documentElement.dataset.pwned=1">`,
  `' autofocus onfocus='document.documentElement.dataset.pwned=1`,
  "</pre></details></title></style></script><svg onload=document.documentElement.dataset.pwned=1>",
  "--><b id=broken>",
  "javascript:document.documentElement.dataset.pwned=1",
];

const hostile = () => {
  const schemas = Object.fromEntries(
    breakOuts.map((evil, index) => [
      `${index}${evil}`,
      {
        ...object({ [evil]: { const: `${evil}${index}` } }),
        title: evil,
        description: evil,
      },
    ]),
  );
  const refs = Object.keys(schemas).map((name) =>
    ref(encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))),
  );
  const loose = breakOuts.map((evil) => object({ [evil]: text }));
  return {
    ...receiving({
      Loose: { anyOf: loose },
      Whole: { anyOf: refs, title: breakOuts[0] },
    }),
    info: { title: breakOuts[3], version: breakOuts[1] },
    components: {
      schemas: { ...schemas, Loose: { anyOf: loose }, Whole: { anyOf: refs } },
    },
  };
};

async function pageOf({ explanation, sources }: Explained): Promise<string> {
  if (explanation === undefined) throw new Error("nothing is explained");
  return explanationHtml([{ explanation, sources }]);
}

/** The tags of a page alone, less what stands quoted in their attributes. */
const elements = (dom: string): string =>
  (dom.match(/<[a-z][^>]*>/gi) ?? []).join("\n").replaceAll(/"[^"]*"/g, "");

async function opened(page: string, query?: string) {
  const path = join(await folder(), "page.html");
  await writeFile(path, page);
  return open(path, query);
}

describe("markup", () => {
  test("escapes text and keeps markup", () => {
    expect(
      markup`<b title="${`"'`}">${"<i>&`"}${[markup`<br />`, undefined, 3]}</b>`
        .text,
    ).toBe('<b title="&quot;&#39;">&lt;i&gt;&amp;&#96;<br />3</b>');
  });

  test("shows what would reorder or hide text", () => {
    expect(escapeHtml("a\u202Eb\u0000\n\tc")).toBe("a\\u{202e}b\\x00\n\tc");
  });

  test("a page asks for nothing from elsewhere", async () => {
    const page = await pageOf(await explained(hostile()));
    const ours = elements(page);
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b/i);
    expect(ours).not.toMatch(/\b(?:src|srcset|action)=/i);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(
      [...page.matchAll(/href="([^"]*)"/g)].every(([, to]) =>
        to?.startsWith("#"),
      ),
    ).toBe(true);
  });

  test("the same explanation is the same page", async () => {
    const found = await explained(hostile());
    expect(await pageOf(found)).toBe(await pageOf(found));
  });
});

describe.skipIf(!hasBrowser)("in a browser", () => {
  const quo = fileURLToPath(
    new URL("../../specs/quo/openapi.yaml", import.meta.url),
  );

  test("the page opens without a word on the console, and lists the unions", async () => {
    const cwd = fileURLToPath(new URL("../..", import.meta.url));
    const { dom, console } = await opened(
      await pageOf(await explain("specs/quo/openapi.yaml", { cwd })),
    );
    expect(console).toEqual([]);
    expect(dom).toContain("<h2>Webhook</h2>");
    for (const name of ["MessageWebhook", "CallWebhook", "TaskWebhook"])
      expect(dom).toContain(`<b>${name}</b>`);
    expect(dom).toMatch(/<label class="filter">/);
    const [, line = ""] = /openapi\.yaml:(\d+):/.exec(dom) ?? [];
    const written = (await readFile(quo, "utf8")).split("\n")[Number(line) - 1];
    expect(dom).toMatch(new RegExp(`<i> *${line}</i>${written?.trim()}`));
  });

  test("the filter keeps what it names", async () => {
    const page = await pageOf(
      await explained(
        receiving({
          Pet: {
            oneOf: [
              object({ type: { const: "cat" } }),
              object({ type: { const: "dog" } }),
            ],
          },
          Vehicle: {
            oneOf: [
              object({ wheels: { const: 2 } }),
              object({ wheels: { const: 4 } }),
            ],
          },
        }),
      ),
    );
    const cards = (dom: string) =>
      [
        ...dom.matchAll(
          /<article class="card native" id="[^"]*"( hidden="")?><header><h2>(\w+)/g,
        ),
      ].map(([, hidden, name]) => [name, hidden === undefined]);
    expect(cards((await opened(page)).dom)).toEqual([
      ["Pet", true],
      ["Vehicle", true],
    ]);
    expect(cards((await opened(page, "?q=WHEELS")).dom)).toEqual([
      ["Pet", false],
      ["Vehicle", true],
    ]);
    const none = (await opened(page, "?q=nonsense")).dom;
    expect(cards(none)).toEqual([
      ["Pet", false],
      ["Vehicle", false],
    ]);
    expect(none).toContain('<p class="none">');
  });

  test.each([
    ["as it is", (page: string) => page],
    // The escapes have to hold by themselves.
    [
      "without its policy",
      (page: string) =>
        page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
    ],
  ])("text of a hostile description does nothing, %s", async (_, change) => {
    const { dom, console } = await opened(
      change(await pageOf(await explained(hostile()))),
    );
    expect(console).toEqual([]);
    expect(dom).not.toContain("data-pwned");
    expect(dom).not.toMatch(/<(?:img|svg onload|b id)/);
    expect(dom.match(/<script/g)).toHaveLength(1);
    expect(elements(dom)).not.toMatch(/\son\w+=|javascript:/i);
    expect(dom).toContain("&lt;script&gt;document.documentElement");
  });
});
