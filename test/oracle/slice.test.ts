import { describe, expect, test } from "vitest";
import { corpus } from "../corpus/documents.ts";
import { compareDocument } from "./compare-document.ts";

/** Small, and of three versions of OpenAPI; the whole corpus is `npm run oracle`. */
const slice = {
  "netlify/swagger.yml": 99,
  "qdrant/openapi-v1.19.json": 400,
  "trigger/v3-openapi.yaml": 62,
};

describe.skipIf(corpus === undefined)("openapi-typescript agrees", () => {
  test.each(Object.entries(slice))("%s", async (path, same) => {
    const { components, differing, faults } = await compareDocument(
      path,
      corpus ?? "",
    );
    expect(faults).toEqual([]);
    expect(differing.flatMap((each) => each.unclassified)).toEqual([]);
    expect(components - differing.length).toBe(same);
  });
});
