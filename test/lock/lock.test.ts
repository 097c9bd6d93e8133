import fc from "fast-check";
import { expect, test } from "vitest";
import { causesOf } from "../../generator/lock/causes.ts";
import { hashOf } from "../../generator/lock/hash.ts";
import { parseLock, renderLock, type Lock } from "../../generator/lock/lock.ts";
import { optionsHash } from "../../generator/lock/options-hash.ts";

const map = fc
  .array(fc.tuple(fc.string(), fc.string()))
  .map((entries) => new Map([["__proto__", "x"], ...entries]));
const locks: fc.Arbitrary<Lock> = fc.record({
  telltale: fc.string(),
  options: fc.string(),
  imports: fc.option(fc.string(), { nil: undefined }),
  warnings: fc.nat(),
  inputs: map,
  tags: map,
  files: map,
});

test("a lock file says what was put into it, in one order and a line for each entry", () => {
  fc.assert(
    fc.property(locks, (lock) => {
      const text = renderLock(lock);
      expect(parseLock(text)).toEqual(lock);
      const turned = { ...lock, files: new Map([...lock.files].reverse()) };
      expect(renderLock(turned)).toBe(text);
      const entries = lock.inputs.size + lock.tags.size + lock.files.size;
      expect(text.split("\n").length).toBeGreaterThan(entries);
    }),
  );
});

test.each([undefined, "", "{", "<<<<<<< ours\n{}\n", "null"])(
  "%j is no lock file",
  (text) => expect(parseLock(text)).toBeUndefined(),
);

test("what lists paths alone, as before there was a lock file, knows no hashes", () => {
  const { files, telltale } = parseLock('{ "files": ["a.ts", 1] }') ?? {};
  expect(files).toEqual(new Map([["a.ts", ""]]));
  expect(telltale).toBe("");
});

test("line ends make no other content, and anything else does", () => {
  expect(hashOf("a\r\nb\r\n")).toBe(hashOf("a\nb\n"));
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      (a, b) => {
        fc.pre(a.replaceAll("\r\n", "\n") !== b.replaceAll("\r\n", "\n"));
        // A lone surrogate is no text that a file could hold.
        fc.pre(a.isWellFormed() && b.isWellFormed());
        expect(hashOf(a)).not.toBe(hashOf(b));
      },
    ),
  );
});

test("the hash of options knows no order, no header, and no secret of a URL", () => {
  const at = { cwd: "/home", tags: new Map<string, string>() };
  const hash = (input: string, options: object) =>
    optionsHash(input, options, at);
  const options = { rename: { a: "b", c: "d" }, int64: "string" };
  const turned = { int64: "string", rename: { c: "d", a: "b" } };
  expect(hash("api.yaml", options)).toBe(hash("./api.yaml", turned));
  expect(hash("api.yaml", { headers: { Authorization: "secret" } })).toBe(
    hash("api.yaml", {}),
  );
  expect(hash("https://a:b@x.test/api?key=1", {})).toBe(
    hash("https://x.test/api", {}),
  );
  const from = (key: string) => ({ overlays: [`https://x.test/o?key=${key}`] });
  expect(hash("api.yaml", from("1"))).toBe(hash("api.yaml", from("2")));
  expect(hash("api.yaml", {})).not.toBe(hash("other.yaml", {}));
  expect(hash("api.yaml", options)).not.toBe(hash("api.yaml", {}));
  expect(hash("api.yaml", { overlays: ["a", "b"] })).not.toBe(
    hash("api.yaml", { overlays: ["b", "a"] }),
  );
  const tagged = { ...at, tags: new Map([["Pet", "variant"]]) };
  expect(optionsHash("api.yaml", {}, tagged)).not.toBe(hash("api.yaml", {}));
});

test("causes name each thing that changed, and nothing that did not", () => {
  const basis = {
    telltale: "0.1.0",
    options: "o",
    imports: ".js",
    inputs: new Map([
      ["../a.yaml", "1"],
      ["../b.yaml", "absent"],
      ["../c.yaml", "3"],
    ]),
  };
  const lock: Lock = {
    ...basis,
    warnings: 0,
    tags: new Map(),
    files: new Map(),
  };
  const place = { folder: "/home/out", cwd: "/home" };
  expect(causesOf(lock, basis, place)).toEqual([]);
  expect(causesOf(undefined, basis, place)).toEqual([{ kind: "no-lock" }]);
  const now = {
    telltale: "0.2.0",
    options: "p",
    imports: "",
    inputs: new Map([
      ["../a.yaml", "2"],
      ["../b.yaml", "2"],
      ["https://x.test/d", "4"],
    ]),
  };
  expect(causesOf(lock, now, place)).toEqual([
    { kind: "input", path: "a.yaml", change: "changed" },
    { kind: "input", path: "b.yaml", change: "new" },
    { kind: "input", path: "c.yaml", change: "gone" },
    { kind: "input", path: "https://x.test/d", change: "new" },
    { kind: "options" },
    { kind: "imports" },
    { kind: "telltale", was: "0.1.0", now: "0.2.0" },
  ]);
});
