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

test.each(["text/html", "application/json+xml", "json", ""])(
  "%j is none of them",
  (type) => {
    const few = ["application/json", "image/*", "application/*+json"];
    expect(findMediaType(few, type)).toBeUndefined();
  },
);
