import { expect, test } from "vitest";
import { linkTo } from "../../templates/runtime/link-header.ts";
import { nextUrl } from "../../templates/runtime/next-url.ts";

test.each([
  ['<https://a.example/?page=2>; rel="next"', "https://a.example/?page=2"],
  ["<?page=2>;rel=next", "?page=2"],
  ['<b>; rel="prev", <c>; rel="next", <d>; rel="last"', "c"],
  ['<b>; title="x, <y>; rel=next", <c>; REL="last NEXT"', "c"],
  ['<b>; title="\\"; rel=\\"next"; rel=prev , <c> ; rel = "next"', "c"],
  ["<a,b;c>; rel=next", "a,b;c"],
  ['<b>; rel=prev; rel="next", <c>; rel=next', "c"],
  ['<b>; rel=next; anchor="#elsewhere", <c>; rel=next', "c"],
  ['<b>; crossorigin; rel="next"', "b"],
  [", , <b>; rel=next", "b"],
  ["rubbish, <b>; rel=next", "b"],
  ["", undefined],
  ["<b", undefined],
  ["<b>", undefined],
  ['<b>; rel="nextish"', undefined],
  ['<b>; rel="next', "b"],
  ['<b>; rel="unended \\', undefined],
])("%s", (header, target) => {
  expect(linkTo("next", header)).toBe(target);
});

test("takes time in proportion to the header", () => {
  const timeOf = (header: string): number => {
    const start = performance.now();
    linkTo("next", header);
    return performance.now() - start;
  };
  for (const part of [
    "<",
    '<a>; x="',
    "<a>;",
    ",",
    '<a>; x="\\',
    "<a>; rel=a ",
  ]) {
    timeOf(part.repeat(10_000));
    expect(timeOf(part.repeat(200_000))).toBeLessThan(1000);
  }
});

test.each([
  ["?page=2", "https://a.example/v1/pets?page=2"],
  ["/v2?x=%2F#top", "https://a.example/v2?x=%2F"],
  ["next", "https://a.example/v1/next"],
  ["HTTPS://A.example:443/x", "https://a.example/x"],
  ["https://a.example:444/x", undefined],
  ["http://a.example/x", undefined],
  ["//a.example/x", undefined],
  ["/\\a.example/x", undefined],
  ["https://u:p@a.example/x", undefined],
  ["javascript:alert(1)", undefined],
  ["https://a.example.evil.example/x", undefined],
])("%s", (link, url) => {
  expect(nextUrl(link, "https://a.example/v1/pets?page=1")).toBe(url);
});
