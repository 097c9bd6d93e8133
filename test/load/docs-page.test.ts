import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  findFences,
  findOpenapiBlocks,
} from "../../generator/1-load/docs-page.ts";
import { locate } from "../../generator/1-load/index.ts";
import type { JsonObject } from "../../generator/ir/source.ts";
import { shared } from "../shared.ts";
import { read } from "./read.ts";

const openapi = '{"openapi":"3.0.3","paths":{}}';

test("of the blocks of a page, the OpenAPI document is taken", async () => {
  const page = `# Title\n\n\`\`\`bash\ncurl x\n\`\`\`\n\n\`\`\`json\n${openapi}\n\`\`\`\n\n\`\`\`json\n{"a": [1\n\`\`\`\n`;
  const { value, codes } = await read(page, "page.md");
  expect(value).toEqual(JSON.parse(openapi));
  expect(codes).toEqual([]);
});

test("a fence of four backticks may hold three, and end with the page", async () => {
  const yaml =
    "openapi: 3.1.0\ninfo:\n  description: |\n    ```\n    x\n    ```\npaths: {}\n";
  const { value } = await read(
    `# T\n\n\`\`\`\`yaml https://example.com get /x\n${yaml}`,
    "page.md",
  );
  expect((value as JsonObject)["info"]).toEqual({
    description: "```\nx\n```\n",
  });
});

test("a YAML document whose descriptions hold fences is no docs page", async () => {
  const text =
    "openapi: 3.1.0\ninfo:\n  description: |\n    ```yaml\n    openapi: 3.0.0\n    ```\n";
  expect(findOpenapiBlocks(text)).toBeUndefined();
  expect((await read(text)).codes).toEqual([]);
});

const yaml = "openapi: 3.1.0\npaths: {}\n";
const indented = yaml.replace(/^/gm, "   ").trimEnd();

test.each([
  [
    "front matter has an openapi of its own",
    `---\ntitle: A\nopenapi: GET /a\n---\n\nA.\n\n\`\`\`\`yaml get /a\n${yaml}\`\`\`\`\n`,
  ],
  [
    "front matter has an openapi of one word, and the lines end as on Windows",
    `---\nopenapi: petstore\n---\nA.\n\n\`\`\`yaml\n${yaml}\`\`\`\n`.replaceAll(
      "\n",
      "\r\n",
    ),
  ],
  [
    "a block stands before lines that part it",
    `# A\n\n\`\`\`yaml\n${yaml}\`\`\`\n\n---\n\nB.\n\n---\n`,
  ],
  [
    "a sentence begins with openapi",
    `openapi: is nice\n\n\`\`\`yaml\n${yaml}\`\`\`\n`,
  ],
  [
    "a sentence begins so, and the block is in a list",
    `openapi: is nice\n\n1. A\n\n   \`\`\`yaml\n${indented}\n   \`\`\`\n`,
  ],
  [
    "a line at its margin is a version",
    `openapi: 3.1.0\n\n\`\`\`yaml\n${yaml}\`\`\`\n`,
  ],
  [
    "it begins with a component",
    `<Note>A</Note>\n\n\`\`\`yaml\n${yaml}\`\`\`\n`,
  ],
  ["it begins with a link", `[A](/a)\n\n\`\`\`yaml\n${yaml}\`\`\`\n`],
  ["it begins with a comment", `{/* A */}\n\n\`\`\`yaml\n${yaml}\`\`\`\n`],
])("a docs page is one where %s", async (_, page) => {
  const { value, codes } = await read(page, "page.md");
  expect(codes).toEqual([]);
  expect(value).toEqual({ openapi: "3.1.0", paths: {} });
});

const described =
  "info:\n  description: |\n    ```yaml\n    openapi: 3.0.0\n    ```\npaths: {}\n";

test.each([
  ["begins with a mark", `---\nopenapi: 3.1.0\n${described}`],
  ["ends with a mark", `---\nopenapi: 3.1.0\n${described}...\n`],
  ["says its version last", `${described}openapi: 3.1.0\n`],
  ["quotes its version", `${described}"openapi": '3.1.0' # here\n`],
  ["tags its version", `openapi: !!str 3.1.0\n${described}`],
  [
    "is a flow map",
    '{ openapi: 3.1.0, info: { description: "\n ```yaml\n openapi: 3.0.0\n ```\n" }, paths: {} }',
  ],
  [
    "is JSON",
    JSON.stringify({
      openapi: "3.1.0",
      info: { description: "\n```yaml\nopenapi: 3.0.0\n```\n" },
      paths: {},
    }),
  ],
])("a description that %s may hold fences", async (_, text) => {
  const { value, codes } = await read(text);
  expect(codes).toEqual([]);
  expect(value).toMatchObject({ openapi: "3.1.0", paths: {} });
});

test("what two documents of YAML say is no page of theirs", async () => {
  const text = `---\nopenapi: 3.1.0\n${described}---\nopenapi: 3.1.0\n${described}`;
  expect((await read(text)).codes).toEqual(["load/yaml-documents"]);
});

test("a page without an OpenAPI block, or with several, is an error", async () => {
  expect((await read("# T\n\n```sh\ncurl x\n```\n", "page.md")).codes).toEqual([
    "load/no-openapi-block",
  ]);
  expect((await read("# T\n\nWords only.\n", "page.md")).codes).toEqual([
    "load/no-openapi-block",
  ]);
  const twice = `# T\n\n\`\`\`json\n${openapi}\n\`\`\`\n\n\`\`\`json\n${openapi}\n\`\`\`\n`;
  expect((await read(twice, "page.md")).codes).toEqual([
    "load/several-openapi-blocks",
  ]);
});

test("an OpenAPI block that is broken is reported, not passed over", async () => {
  const { codes } = await read(
    `# T\n\n\`\`\`json\n{"openapi":"3.0.3",\n\`\`\`\n`,
    "page.md",
  );
  expect(codes).toEqual(["load/json-truncated"]);
});

test("indented fences and tildes are fences; a shorter mark does not close", () => {
  const text =
    "- a\n\n  ~~~~yaml\n  openapi: 3.1.0\n  ~~~\n  ~~~~~\n``` not `a` fence\n";
  const [fence, ...others] = findFences(text);
  expect(others).toEqual([]);
  expect(text.slice(...(fence?.range ?? [0, 0]))).toBe(
    "  openapi: 3.1.0\n  ~~~\n",
  );
});

test("positions in an indented fence are the file's", async () => {
  const text =
    "# T\n\n1. Step\n\n   ```yaml\n   openapi: 3.1.0\n   info:\n     title: x\n   ```\n";
  const { source } = await read(text, "page.md");
  expect(source && (await locate(source, "/info/title"))).toMatchObject({
    line: 8,
    column: 6,
    endColumn: 11,
  });
});

test("both published pages are read", async () => {
  const quo = shared("seeds/000_3ab5b063d20d5bfc.txt");
  const bird = shared("seeds/004_6b0d9bda372dd926.txt");
  if (quo === undefined || bird === undefined) return;
  const first = await read(readFileSync(quo), "quo.txt");
  expect(first.codes).toEqual([]);
  expect(Object.keys((first.value as JsonObject)["paths"] ?? {})).toEqual([
    "/v1/webhooks",
  ]);
  const second = await read(readFileSync(bird), "bird.txt");
  expect(second.codes).toEqual([]);
  expect(second.source?.format).toBe("json");
});
