import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { isPresent } from "./present.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const nowhere = fileURLToPath(new URL("nowhere", import.meta.url));
const absent = "Nothing is absent (npm ci)";

test("what is absent is skipped, and said", () => {
  vi.stubEnv("REQUIRE_PLATFORMS", "");
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(isPresent("Nothing", nowhere, "npm ci")).toBe(false);
  expect(said.mock.calls).toEqual([[`skipped: ${absent}`]]);
});

test("where all is required, it is an error", () => {
  vi.stubEnv("REQUIRE_PLATFORMS", "1");
  expect(() => isPresent("Nothing", nowhere, "npm ci")).toThrow(absent);
  expect(isPresent("Node", process.execPath, "npm ci")).toBe(true);
});
