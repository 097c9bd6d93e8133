import fc from "fast-check";
import { expect, test } from "vitest";
import { locator } from "../../generator/1-load/index.ts";
import { codeFrame } from "../../generator/diagnostics/code-frame.ts";
import {
  collect,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostic.ts";
import { render, renderJson } from "../../generator/diagnostics/render.ts";
import {
  safeMessage,
  safeText,
} from "../../generator/diagnostics/safe-text.ts";
import type { Source } from "../../generator/ir/source.ts";

const text = "openapi: 3.1.0\ninfo:\n  title: a\n  title: b\npaths: {}\n";
const source: Source = {
  id: "specs/acme.yaml",
  format: "yaml",
  text,
  range: [0, text.length],
  value: null,
};

function duplicate(key = "title"): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const origin = { source: source.id, pointer: "/info/title" };
  collect(found)("load/duplicate-key", origin, { key }, [
    { origin: { source: source.id, pointer: "/info" }, message: "in this map" },
  ]);
  return found;
}

test("a diagnostic is rendered with place, frame, related places and help", async () => {
  const rendered = await render(duplicate(), {
    sources: [source],
    locator,
    color: false,
  });
  expect(rendered).toBe(`specs/acme.yaml:4:3  warning  load/duplicate-key
  "title" is written twice in the same map; the last one counts
  at #/info/title

  3 │   title: a
  4 │   title: b
    │   ^^^^^
  5 │ paths: {}

  specs/acme.yaml:2:1: in this map
  help: remove one of them
`);
});

test("text that may be a secret is not shown", async () => {
  const found: Diagnostic[] = [];
  const origin = { source: source.id, pointer: "/info/title" };
  collect(found)("operation/server-with-query", origin, {});
  const rendered = await render(found, {
    sources: [source],
    locator,
    color: false,
  });
  expect(rendered).toContain("specs/acme.yaml:4:3  warning");
  expect(rendered).not.toContain("title: ");
});

test("colour is there when asked for, and only then", async () => {
  const plain = await render(duplicate(), {
    sources: [source],
    locator,
    color: false,
  });
  const coloured = await render(duplicate(), {
    sources: [source],
    locator,
    color: true,
  });
  expect(plain).not.toContain("\u001B");
  expect(coloured).toContain("\u001B[33m");
  // oxlint-disable-next-line no-control-regex
  expect(coloured.replace(/\u001B\[\d+m/g, "")).toBe(plain);
});

test("a file that could not be read has no place in it", async () => {
  const found: Diagnostic[] = [];
  collect(found)(
    "load/not-found",
    { source: "gone.yaml", pointer: "" },
    { path: "gone.yaml" },
  );
  const rendered = await render(found, { sources: [], locator, color: false });
  expect(rendered.split("\n")[0]).toBe("gone.yaml  error  load/not-found");
});

test("machines get the same facts", async () => {
  const rendered = await renderJson(duplicate(), {
    sources: [source],
    locator,
  });
  expect(rendered).toEqual([
    {
      code: "load/duplicate-key",
      severity: "warning",
      message: '"title" is written twice in the same map; the last one counts',
      help: "remove one of them",
      source: source.id,
      pointer: "/info/title",
      line: 4,
      column: 3,
      related: [
        {
          message: "in this map",
          source: source.id,
          pointer: "/info",
          line: 2,
          column: 1,
        },
      ],
    },
  ]);
});

test("text of a description cannot act on a terminal", async () => {
  const hostile =
    "\u001B]0;title\u0007\u001B[2J\nfake: error\u202E\u2028\u0000\u009B";
  expect(safeText(hostile)).toBe(
    "\\x1b]0;title\\x07\\x1b[2J\\nfake: error\\u{202e}\\u{2028}\\x00\\x9b",
  );
  const rendered = await render(duplicate(hostile), {
    sources: [source],
    locator,
    color: false,
  });
  // oxlint-disable-next-line no-control-regex
  expect(rendered).not.toMatch(
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u202E]/,
  );
  expect(rendered).not.toMatch(/^fake/m);
});

test("a long message is cut, a short one is left as it is", () => {
  expect(safeMessage("x".repeat(10_000))).toHaveLength(601);
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~äöü✓]{0,200}$/), (any) => {
      expect(safeMessage(any)).toBe(any);
    }),
  );
});

test("a line of 8 kB is cut to a window around the carets", () => {
  const line = `{"a":${"x".repeat(4000)}"key": 1${"y".repeat(4000)}`;
  const column = line.indexOf('"key"') + 1;
  const frame = codeFrame(line, {
    line: 1,
    column,
    endColumn: column + 5,
    lineStart: 0,
  });
  expect(frame).toHaveLength(2);
  expect(Math.max(...frame.map((shown) => shown.length))).toBeLessThan(120);
  const [shown = "", carets = ""] = frame;
  const at = carets.indexOf("^");
  expect(shown.slice(at, at + 5)).toBe('"key"');
  expect(carets.slice(at)).toBe("^^^^^");
});

test("carets stand under what is meant, wherever it is and whatever precedes it", () => {
  const place = fc.record({
    before: fc.string({ maxLength: 400, unit: "binary-ascii" }),
    meant: fc.stringMatching(/^[a-z]{1,40}$/),
    after: fc.string({ maxLength: 400 }),
  });
  fc.assert(
    fc.property(place, ({ before, meant, after }) => {
      const flat = (part: string) => part.replace(/[\r\n]/g, " ");
      const line = flat(before) + meant + flat(after);
      const column = flat(before).length + 1;
      const endColumn = column + meant.length;
      const [shown = "", carets = ""] = codeFrame(line, {
        line: 1,
        column,
        endColumn,
        lineStart: 0,
      });
      const at = carets.indexOf("^");
      expect(shown.slice(at, carets.length)).toBe(meant);
    }),
    { numRuns: 300 },
  );
});
