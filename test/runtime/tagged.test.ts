import { expect, test } from "vitest";
import { ofVariants } from "../../templates/runtime/of-variants.ts";
import { items, properties } from "../../templates/runtime/shapes.ts";
import { tagged } from "../../templates/runtime/tagged.ts";
import { only } from "../../templates/runtime/variants.ts";

const content = tagged("kind", ({ url }) =>
  url === undefined ? "note" : "link",
);
const onWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("what arrives under the name of the tag is sent again, from a copy as well", () => {
  const received = content.tag({ url: "u", kind: "note" }) as object;
  expect(received).toMatchObject({ kind: "link" });
  expect(onWire(content.untag(received))).toEqual({ url: "u", kind: "note" });
  const changed = { ...received, url: "other" };
  expect(onWire(changed)).toEqual({ url: "other", kind: "link" });
  expect(onWire(content.untag(changed))).toEqual({
    url: "other",
    kind: "note",
  });
});

test.each([null, false, 0, ""])("%j is something that arrives", (kind) => {
  const received = content.tag({ url: "u", kind });
  expect(onWire(content.untag(received))).toEqual({ url: "u", kind });
});

test("nothing is kept where nothing arrives", () => {
  const received = content.tag({ url: "u" }) as object;
  expect(Reflect.ownKeys(received)).toEqual(["url", "kind"]);
  expect(content.untag(received)).toEqual({ url: "u" });
});

test("a value that fits no variant, or several, has what all variants have", () => {
  const entry = tagged(
    "kind",
    ({ title, to }) => {
      let found: string | undefined;
      if (title !== undefined) found = only(found, "post");
      if (to !== undefined) found = only(found, "reply");
      return found ?? "unrecognized";
    },
    { unrecognized: properties({ content }) },
  );
  for (const own of [{}, { title: "t", to: "x" }]) {
    const wire = { ...own, content: { url: "u" } };
    const received = entry.tag(structuredClone(wire));
    expect(received).toEqual({
      ...own,
      kind: "unrecognized",
      content: { url: "u", kind: "link" },
    });
    expect(entry.untag(received)).toEqual(wire);
  }
});

test("a union that gets no tag itself is looked through by its variants", () => {
  const post = ofVariants(
    (value) => {
      if (value["contents"] === undefined) return "one";
      return value["content"] === undefined ? "many" : "unrecognized";
    },
    {
      one: properties({ content }),
      many: properties({ contents: items(content) }),
    },
  );
  const wire = { contents: [{ url: "u" }, { text: "t" }] };
  const received = post.tag(structuredClone(wire));
  expect(received).toEqual({
    contents: [
      { url: "u", kind: "link" },
      { text: "t", kind: "note" },
    ],
  });
  expect(post.untag(received)).toEqual(wire);
  expect(post.tag({ content: { url: "u" }, contents: [{ url: "u" }] })).toEqual(
    {
      content: { url: "u" },
      contents: [{ url: "u" }],
    },
  );
  expect(post.tag("text")).toBe("text");
});
