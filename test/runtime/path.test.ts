import { describe, expect, test } from "vitest";
import {
  label,
  labelExploded,
  matrix,
  matrixExploded,
  pathExploded,
  pathObject,
  styledPath,
} from "../../templates/runtime/path-styles.ts";
import {
  expandPath,
  pathSimple,
  type PathStyle,
} from "../../templates/runtime/path.ts";
import { reservedPath } from "../../templates/runtime/reserved-path.ts";
import { prepare } from "../../templates/runtime/prepare.ts";
import { impatient } from "./client.ts";
import { getFile, getPet } from "./operations.ts";
import { reply, serve } from "./server.ts";

const expand = (
  template: string,
  value: unknown,
  style: PathStyle = pathSimple,
): string => expandPath(template, (name) => style(name, value));

describe("a path parameter stays one segment", () => {
  test.each([
    "a/b?x#y%2f\\",
    "../x",
    "...",
    "%2f",
    "é €😀",
    "a b+c&d=e;f,g:@!$'()*",
    "%252e%252e%2Fx",
    "http://evil.example/",
    "\u0000\n",
  ])("%j arrives byte for byte", async (petId) => {
    const server = await serve(reply(200, { id: "1" }));
    await getPet(impatient(server.url).client, { petId });
    const [empty, pets, segment, ...rest] = server.arrived[0]!.url.split("/");
    expect([empty, pets, rest]).toEqual(["", "pets", []]);
    expect(segment).not.toMatch(/[?#\\]/);
    expect(decodeURIComponent(segment!)).toBe(petId);
  });

  test("dots are fine where the segment has more", async () => {
    const server = await serve(reply(200, { id: "1" }));
    await getFile(impatient(server.url).client, { name: ".." });
    expect(server.arrived[0]!.url).toBe("/files/...json");
  });

  test("numbers, booleans and lists", () => {
    expect(expand("/a/{x}/b", 0)).toBe("/a/0/b");
    expect(expand("/a/{x}", false)).toBe("/a/false");
    expect(expand("/a/{x}", 12n)).toBe("/a/12");
    expect(expand("/a/{x}", ["a,b", 2])).toBe("/a/a%2Cb,2");
  });
});

test.each([
  "@evil.example/",
  ".evil.example/",
  "//evil.example/",
  ":1/",
  "\\evil.example",
])("the template %s stays on the origin", (path) => {
  const { client } = impatient("https://x.example");
  const { url } = prepare(
    { method: "GET", path, responses: {} },
    {},
    client,
    {},
  );
  expect(new URL(url).origin).toBe("https://x.example");
});

test("a parameter may have a prototype's name, and another key", () => {
  const operation = {
    method: "GET",
    path: "/{constructor}/{id}",
    pathParameters: styledPath({ id: [pathSimple, "petId"] }),
    responses: {},
  };
  const { client } = impatient("https://x.example/v1");
  const params = { constructor: "a", petId: "b", id: "c" };
  expect(prepare(operation, params, client, {}).url).toBe(
    "https://x.example/v1/a/b",
  );
  expect(() => prepare(operation, { petId: "b" }, client, {})).toThrow(
    TypeError,
  );
});

describe("a path parameter is refused before anything is sent", () => {
  test.each([
    "..",
    ".",
    "",
    "%2e%2e",
    ".%2E",
    "%2E.",
    "%252e%252E",
    "%25252e.",
    undefined,
    null,
    {},
    [],
    { a: 1 },
    [[]],
    [""],
    NaN,
    Infinity,
    () => 1,
    Symbol("x"),
    "\ud800",
  ])("%o", async (petId) => {
    const server = await serve(reply(200, {}));
    const { client } = impatient(server.url);
    const params = { petId } as { petId: string };
    await expect(getPet(client, params)).rejects.toThrow(TypeError);
    await expect(getPet(client, params).result()).rejects.toThrow(TypeError);
    await expect(getPet(client, params).response()).rejects.toThrow(TypeError);
    expect(server.arrived).toEqual([]);
  });

  test("a dot segment made of several parameters", () => {
    expect(() => expand("/a/{x}{x}/b", ".")).toThrow(TypeError);
    expect(() => expand("/a/.{x}/b", ".")).toThrow(TypeError);
  });

  test("a dot segment in front of a query that the template begins", () => {
    expect(() => expand("/a/{x}?v=1", "..")).toThrow(TypeError);
    expect(() => expand("/a/{x}#b", "%2e")).toThrow(TypeError);
    expect(expand("/a/{x}?v=..", "b")).toBe("/a/b?v=..");
  });

  test("a dot segment before parameters of its own, which servers take away", () => {
    expect(() => expand("/a/{x};v=1", "..")).toThrow(TypeError);
    expect(() => expand("/a/{x};v=1/b", "%2e")).toThrow(TypeError);
    expect(expand("/a/{x};v=1", "b..")).toBe("/a/b..;v=1");
    const reserved = reservedPath(pathSimple);
    for (const value of ["..;", "..;x=1", ".;", "%252e.;"])
      expect(() =>
        expandPath("/a/{x}/b", (name) => reserved(name, value)),
      ).toThrow(TypeError);
  });

  test("what is inherited is not given", async () => {
    const server = await serve(reply(200, {}));
    const params: { petId: string } = Object.create({ petId: "1" });
    await expect(getPet(impatient(server.url).client, params)).rejects.toThrow(
      TypeError,
    );
    expect(server.arrived).toEqual([]);
  });

  test("without telling the value", () => {
    expect(() => expand("/a/{id}", "%2e%2e")).toThrow(
      /^a segment of "\/a\/{id}" is a dot segment$/,
    );
    expect(() => expand("/a/{id}", { secret: 1 })).toThrow(
      /^"id" is missing or cannot be sent$/,
    );
  });
});

// RFC 6570 §3.2, with `list := ("red", "green", "blue")` and `keys := [("semi", ";"), ("dot", ".")]`.
test("the other styles", () => {
  const list = ["red", "green", "blue"];
  const keys = { semi: ";", dot: "." };
  const all = (value: unknown): string[] =>
    [
      pathObject,
      pathExploded,
      label,
      labelExploded,
      matrix,
      matrixExploded,
    ].map((style) => expand("{x}", value, style));
  expect(all("a b")).toEqual([
    "a%20b",
    "a%20b",
    ".a%20b",
    ".a%20b",
    ";x=a%20b",
    ";x=a%20b",
  ]);
  expect(all(list)).toEqual([
    "red,green,blue",
    "red,green,blue",
    ".red,green,blue",
    ".red.green.blue",
    ";x=red,green,blue",
    ";x=red;x=green;x=blue",
  ]);
  expect(all(keys)).toEqual([
    "semi,%3B,dot,.",
    "semi=%3B,dot=.",
    ".semi,%3B,dot,.",
    ".semi=%3B.dot=.",
    ";x=semi,%3B,dot,.",
    ";semi=%3B;dot=.",
  ]);
  for (const empty of [[], {}, undefined, null, ""]) {
    for (const style of [
      pathObject,
      pathExploded,
      label,
      labelExploded,
      matrixExploded,
      matrix,
    ]) {
      expect(() => expand("/{x}", empty, style)).toThrow(TypeError);
    }
  }
});
