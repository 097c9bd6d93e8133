import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import { explain } from "../../generator/index.ts";
import { shared } from "../shared.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));
const quo = shared("corpus/quo/quo-public-api-v1.json");

test("Bird's helper comes from inference alone", async () => {
  const { explanation } = await explain("specs/bird/openapi.json", { cwd });
  expect(explanation?.pages).toMatchObject([
    {
      name: "paginateWebhookSubscriptions",
      style: "cursor",
      evidence: [
        'the request takes "pageToken"',
        'the response carries the next one in "nextPageToken"',
        'and its items in "results"',
      ],
    },
  ]);
});

describe.skipIf(quo === undefined)("Quo's full description", () => {
  const path = quo === undefined ? "" : fileURLToPath(quo);
  test("has a helper for each of the six lists with a cursor, and for no other operation", async () => {
    const { explanation } = await explain(path, { cwd });
    const byName = explanation?.pages.map(({ path, style }) => [path, style]);
    expect(byName).toEqual(
      ["calls", "contacts", "conversations", "messages", "tasks", "users"].map(
        (name) => [`/v1/${name}`, "cursor"],
      ),
    );
    expect(explanation?.unpaged).toEqual([]);
  });
  test("whose client has the runtime of that style alone", async () => {
    const { files, summary } = await compile(path, { cwd });
    const runtime = files
      .map(({ path }) => path)
      .filter((path) => path.startsWith("runtime/page-"));
    expect(runtime).toEqual(
      ["cursor", "error", "guard", "strategy"].map(
        (name) => `runtime/page-${name}.ts`,
      ),
    );
    expect(summary).toMatchObject({ paginated: 6 });
    expect(summary?.unpaged).toBeGreaterThan(0);
  });
});
