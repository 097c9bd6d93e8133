import { describe, expect, test } from "vitest";
import { corpus } from "../corpus/documents.ts";
import { compareDocument } from "./compare-document.ts";

/** Small, and of three versions of OpenAPI; the whole corpus is `npm run oracle`. */
const slice = {
  "netlify/swagger.yml": { same: 99, rewritten: { "x-nullable": 1 } },
  "qdrant/openapi-v1.19.json": { same: 400, rewritten: { "bare null": 100 } },
  "trigger/v3-openapi.yaml": { same: 62, rewritten: { "lengths of lists": 2 } },
};

describe.skipIf(corpus === undefined)("openapi-typescript agrees", () => {
  test.each(Object.entries(slice))("%s", async (path, expected) => {
    const { components, differing, rewritten, faults } = await compareDocument(
      path,
      corpus ?? "",
    );
    expect(faults).toEqual([]);
    expect(differing.flatMap((each) => each.unclassified)).toEqual([]);
    expect(components - differing.length).toBe(expected.same);
    const counts = rewritten.map(({ rewrite, names }) => [
      rewrite,
      names.length,
    ]);
    expect(
      Object.fromEntries(counts.filter(([, count]) => count !== 0)),
    ).toEqual(expected.rewritten);
  });
});
