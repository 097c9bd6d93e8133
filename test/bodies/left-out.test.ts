import { beforeAll, expect, test } from "vitest";
import { accepting, clientOf, type Emitted } from "./client-of.ts";

const content = { "application/json": {} };
let emitted: Emitted;
beforeAll(async () => {
  emitted = await clientOf({
    "/mixed": {
      post: { operationId: "mixed", ...accepting({ "multipart/mixed": {} }) },
      put: {
        operationId: "either",
        ...accepting({ "multipart/related": {}, ...content }),
      },
    },
    "/get": {
      get: { operationId: "got", ...accepting(content) },
      head: { operationId: "looked", ...accepting(content) },
      delete: { operationId: "removed", ...accepting(content) },
      options: { operationId: "asked", ...accepting(content) },
      trace: { operationId: "traced", ...accepting(content) },
    },
  });
});

test("what cannot be sent is left out and said", () => {
  expect(emitted.diagnostics).toEqual(
    [
      "unsupported/request-media-type /paths/~1mixed/post/requestBody",
      "unsupported/request-media-type /paths/~1mixed/put/requestBody",
      "unsupported/get-body /paths/~1get/get/requestBody",
      "unsupported/get-body /paths/~1get/head/requestBody",
      "unsupported/method /paths/~1get/trace",
    ].toSorted(
      (a, b) => emitted.diagnostics.indexOf(a) - emitted.diagnostics.indexOf(b),
    ),
  );
});

test("what can is there", () => {
  const names = Object.keys(emitted.module);
  expect(names).toEqual(
    expect.arrayContaining(["either", "got", "looked", "removed", "asked"]),
  );
  expect(names).not.toContain("mixed");
  expect(names).not.toContain("traced");
});

test("only what an operation uses is imported", () => {
  const text = emitted.files.get("operations/get.ts") ?? "";
  expect(text).not.toMatch(/multipart|form-body|body-choice|read-choice/);
  expect(
    [...emitted.files.keys()].filter((path) =>
      /multipart|form-body|choice/.test(path),
    ),
  ).toEqual([]);
});
