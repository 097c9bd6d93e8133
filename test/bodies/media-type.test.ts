import { expect, test } from "vitest";
import { findMediaType } from "../../templates/runtime/media-type.ts";

const known = [
  "text/*",
  "*/*",
  "text/csv",
  "application/*+json",
  "application/json",
  "application/json;Simple",
];

test.each([
  ["application/json", "application/json"],
  ["Application/JSON; charset=utf-8", "application/json"],
  ["Application/JSON;simple", "application/json;Simple"],
  ["TEXT/CSV;header=present", "text/csv"],
  ["text/html", "text/*"],
  ["application/hal+json", "application/*+json"],
  ["image/png", "*/*"],
  ["", "*/*"],
])("%j is %j", (type, found) => {
  expect(findMediaType(known, type)).toBe(found);
});

test.each([
  ["text/xml", ["application/json", "text/*", "application/xml"]],
  ["application/xml;charset=utf-8", ["*/*", "Text/XML"]],
])("%s is the other name of XML: in %j the last", (type, names) => {
  expect(findMediaType(names, type)).toBe(names.at(-1));
  expect(findMediaType([...names, type], type)).toBe(type);
});

test.each(["text/html", "application/json+xml", "json", ""])(
  "%j is none of them",
  (type) => {
    const few = ["application/json", "image/*", "application/*+json"];
    expect(findMediaType(few, type)).toBeUndefined();
  },
);
