import { expect, test } from "vitest";
import {
  cookieJson,
  headerJson,
  pathJson,
  queryJson,
} from "../../templates/runtime/json-parameters.ts";
import type { ParameterStyle } from "../../templates/runtime/operation.ts";

const value = { a: [1, null], ü: "é\u{1F600}/?.\r\n" };

const written = (style: ParameterStyle, given: unknown) => {
  const draft = { headers: new Headers(), query: [] as string[] };
  style(draft, "p", given);
  return draft;
};

test("a path's is percent-encoded, and stays within its segment", () => {
  expect(JSON.parse(decodeURIComponent(pathJson("p", value)))).toEqual(value);
  expect(pathJson("p", value)).not.toMatch(/[/?#{}"\\]/);
  expect(pathJson("p", "..")).toBe("%22..%22");
  expect(pathJson("p", null)).toBe("null");
  expect(() => pathJson("p", undefined)).toThrow(
    new TypeError('"p" is missing'),
  );
});

test("a header's is ASCII", () => {
  const text = written(headerJson, value).headers.get("p") ?? "";
  expect(text).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(text)).toEqual(value);
});

test("a cookie's has no character that a cookie may not have", () => {
  const text = written(cookieJson, value).headers.get("cookie") ?? "";
  expect(text).toMatch(/^p=[^\s",;\\]+$/);
  expect(JSON.parse(decodeURIComponent(text.slice(2)))).toEqual(value);
});

test("a query string's is all of it", () => {
  const { query } = written(queryJson, value);
  expect(query).toHaveLength(1);
  expect(query[0]).not.toContain("=");
  expect(JSON.parse(decodeURIComponent(query[0] ?? ""))).toEqual(value);
});
