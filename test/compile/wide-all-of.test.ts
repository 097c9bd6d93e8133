import { describe, expect, test } from "vitest";
import type { Compiled } from "../../generator/compile.ts";
import { checkTypes } from "../scenarios/check-types.ts";
import { importsFor, shapeOf, type Files } from "../scenarios/emitted.ts";
import { compileWide } from "./compile-wide.ts";

const variant = (name: string) => ({
  type: "object",
  required: [name],
  properties: { [name]: { type: "string" } },
});
const choice = (index: number) => ({
  anyOf: [variant(`left${index}`), variant(`right${index}`)],
});
/** What has a union inside that a decoder tells apart. */
const innermost = {
  type: "object",
  required: ["inside"],
  properties: { inside: { anyOf: [variant("url"), variant("text")] } },
};
const upTo = (count: number) =>
  Array.from({ length: count }, (_, index) => index);
const twenty = upTo(20);

const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Two to the twentieth combinations, were they written out; so much time has nobody. */
const documents: Readonly<Record<string, object>> = {
  "allOf of twenty choices between two": {
    Wide: { allOf: [...twenty.map(choice), innermost] },
  },
  "twenty choices between two, each in an allOf with the next": {
    Wide: twenty.reduceRight<object>(
      (inner, index) => ({ allOf: [choice(index), inner] }),
      innermost,
    ),
  },
  "twenty components, each an allOf of a choice and the next": {
    Last: innermost,
    ...Object.fromEntries(
      twenty.map((index) => [
        index === 0 ? "Wide" : `Part${index}`,
        {
          allOf: [
            choice(index),
            component(index === 19 ? "Last" : `Part${index + 1}`),
          ],
        },
      ]),
    ),
  },
};

async function compileQuickly(schemas: object): Promise<Compiled> {
  await compileWide({ Wide: { type: "object" } });
  const before = process.cpuUsage();
  const compiled = await compileWide(schemas);
  // Of the processor: what else the machine does is not the compiler's fault.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
  const { summary, files, diagnostics } = compiled;
  expect(summary?.operations).toBe(1);
  expect(diagnostics.map(({ code }) => code)).toContain("union/too-large");
  const text = files.map((file) => file.text).join("");
  expect(text.length).toBeLessThan(1_000_000);
  return compiled;
}

const filesOf = ({ files }: Pick<Compiled, "files">): Files =>
  new Map(files.map(({ path, text }) => [path, text]));

/** What TypeScript says of a program that sends and receives `Wide`. */
function errorsOf(files: Files, program: string): unknown {
  const text = `${importsFor(program, files)}\n${program}\nexport {};\n`;
  const folder = new Map([...files, ["program.ts", text]]);
  const found = checkTypes(new Map([["wide", folder]]));
  return Object.fromEntries(
    [...found].flatMap(([, errors]) => [...errors.entries()]),
  );
}

const chosen = (side: string, indexes: readonly number[]) =>
  indexes.map((index) => [`${side}${index}`, "x"] as const);
const mixed = (count: number): object =>
  Object.fromEntries([
    ...chosen(
      "left",
      upTo(count).filter((index) => index % 2 === 0),
    ),
    ...chosen(
      "right",
      upTo(count).filter((index) => index % 2 === 1),
    ),
    ["inside", { url: "u" }],
  ]);

describe.each(Object.entries(documents))("%s", (_, schemas) => {
  test("is compiled quickly, to types that hold values and decoders that add no tag to them", async () => {
    const files = filesOf(await compileQuickly(schemas));
    const program = `
      declare const client: Client;
      const body = ${JSON.stringify(mixed(20))};
      const wide: Wide = await postWide(client, { body });
      wide.inside.kind satisfies "withUrl" | "withText" | "unrecognized";
      // @ts-expect-error nothing adds a tag
      wide.kind;
      await postWide(client, { body: wide });
      // @ts-expect-error what is inside has to be there
      await postWide(client, { body: { ...body, inside: undefined } });
    `;
    expect(errorsOf(files, program)).toEqual({});
    const value: unknown = structuredClone(mixed(20));
    const shape = shapeOf("Wide", files);
    shape.tag(value);
    expect(value).not.toHaveProperty("kind");
    expect(shape.untag(value)).toEqual(mixed(20));
  });
});

test("what stands beside the choices is decoded", async () => {
  const schemas = { Wide: { allOf: [...twenty.map(choice), innermost] } };
  const shape = shapeOf("Wide", filesOf(await compileWide(schemas)));
  const value: unknown = structuredClone(mixed(20));
  shape.tag(value);
  expect(value).toEqual({
    ...mixed(20),
    inside: { url: "u", kind: "withUrl" },
  });
});

test("seven choices are as many as TypeScript can hold apart", async () => {
  const schemas = { Wide: { allOf: [...upTo(7).map(choice), innermost] } };
  const files = filesOf(await compileQuickly(schemas));
  const program = `
    declare const client: Client;
    const body = ${JSON.stringify(mixed(7))};
    const wide: Wide = await postWide(client, { body });
    if ("left0" in wide) wide.left0 satisfies string;
    ${upTo(7)
      .map(
        (
          index,
        ) => `const { ${keyOf(index)}: gone${index}, ...but${index} } = body;
        // @ts-expect-error there is neither side of a choice
        await postWide(client, { body: but${index} });`,
      )
      .join("\n")}
  `;
  expect(errorsOf(files, program)).toEqual({});
});

const keyOf = (index: number) =>
  `${index % 2 === 0 ? "left" : "right"}${index}`;

test("of unions that list the same variants only the combinations that can be are counted", async () => {
  const listing = (property: string) => ({
    oneOf: upTo(20).map((index) => ({
      type: "object",
      required: ["type", property],
      properties: {
        type: { const: `t${index}` },
        [property]: { const: index },
      },
    })),
  });
  const { diagnostics, files } = await compileWide({
    Wide: { allOf: [listing("one"), listing("two"), listing("three")] },
  });
  expect(diagnostics).toEqual([]);
  const program = `
    declare const wide: Wide;
    if (wide.type === "t7") {
      wide.one satisfies 7;
      wide.three satisfies 7;
    }
  `;
  expect(errorsOf(filesOf({ files }), program)).toEqual({});
});
