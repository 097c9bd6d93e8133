import { type Draw, sample } from "../law/draw.ts";

/**
 * Descriptions whose operations are as odd as the specification lets them be, and odder: names that code has a use
 * for, styles in places that have none, media types that nobody has heard of, responses of every status.
 */
export const drawOperations = (
  seed: number,
  count: number,
): readonly object[] => sample(drawDocument, { seed, count });

const names = [
  ...["id", "body", "params", "client", "options", "send", "form", "X-Id"],
  ...["x[]", "a[b]", "a.b", "constructor", "__proto__", "toString", "class"],
  ...["2x", "ünï", "with space", '"q"', "`t`", "*/", "${x}", "then", "own"],
  ...["response", "data", "error", "default", "Array", "Promise", "items"],
];
const mediaTypes = [
  ...["application/json", "application/merge-patch+json", "text/plain"],
  ...["application/x-www-form-urlencoded", "multipart/form-data", "text/csv"],
  ...["application/xml", "application/octet-stream", "image/*", "*/*"],
  ...["text/event-stream", "application/x-ndjson", "unheard-of"],
  ...["application/vnd.x+json; v=1", "application/pdf"],
];
const styles = [
  ...["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited"],
  ...["deepObject", "unheard-of"],
];
const statuses = [
  ...["101", "200", "201", "204", "2XX", "302", "400", "404", "4XX"],
  ...["500", "default"],
];
const methods = "get post put delete patch head options trace".split(" ");

/** Members by these keys, each made anew. */
const members = (
  keys: readonly string[],
  make: (key: string) => object | boolean,
): object => Object.fromEntries(keys.map((key) => [key, make(key)]));

function schema(draw: Draw): object | boolean {
  const kinds: readonly (() => object | boolean)[] = [
    () => ({ type: draw.pick(["string", "boolean"]) }),
    () => ({ type: "integer", format: draw.pick(["int32", "int64"]) }),
    () => ({ type: "array", items: { type: "string" } }),
    () => ({ $ref: `#/components/schemas/${draw.pick(["Thing", "Body"])}` }),
    () => ({ $ref: `#/components/schemas/${draw.pick(["Error", "Choice"])}` }),
    () => ({
      type: "object",
      properties: members(draw.some(names, 1, 3), () => ({ type: "string" })),
      ...(draw.chance(30) && { additionalProperties: draw.chance(50) }),
    }),
    () => ({ type: "string", format: "binary" }),
    () => ({ type: "string", enum: draw.some(names, 1, 3) }),
    () => ({ type: ["string", "null"] }),
    () => ({
      oneOf: [{ type: "string" }, { $ref: "#/components/schemas/Thing" }],
    }),
    () => true,
  ];
  return draw.pick(kinds)();
}

function parameter(draw: Draw, inPath?: string): object {
  const styled = {
    schema: schema(draw),
    ...(draw.chance(40) && { style: draw.pick(styles) }),
    ...(draw.chance(30) && { explode: draw.chance(50) }),
    ...(draw.chance(20) && { allowReserved: true }),
  };
  const content = {
    content: { [draw.pick(mediaTypes)]: { schema: schema(draw) } },
  };
  return {
    name: inPath ?? draw.pick(names),
    in:
      inPath === undefined ? draw.pick(["query", "header", "cookie"]) : "path",
    ...((inPath !== undefined || draw.chance(40)) && { required: true }),
    ...(draw.chance(75) ? styled : content),
    ...(draw.chance(20) && { deprecated: true, description: "*/ `x` ${y}\n" }),
  };
}

const content = (draw: Draw): object =>
  members(draw.some(mediaTypes, 1, 3), () => ({
    ...(draw.chance(90) && { schema: schema(draw) }),
    ...(draw.chance(20) && {
      encoding: {
        [draw.pick(names)]: {
          contentType: draw.pick(mediaTypes),
          ...(draw.chance(30) && { style: draw.pick(styles) }),
        },
      },
    }),
  }));

const response = (draw: Draw): object => ({
  description: "*/",
  ...(draw.chance(70) && { content: content(draw) }),
  ...(draw.chance(25) && {
    headers: {
      [draw.pick(["X-Rate", "x y", "Link"])]: { schema: schema(draw) },
    },
  }),
});

const operation = (draw: Draw): object => ({
  ...(draw.chance(80) && {
    operationId: `${draw.pick(names)} ${draw.pick(["get", "list", "stream"])}`,
  }),
  ...(draw.chance(70) && { tags: draw.some(["A b", "1x", '"q', "index"], 1) }),
  parameters: Array.from({ length: draw.int(0, 4) }, () => parameter(draw)),
  ...(draw.chance(50) && {
    requestBody: { required: draw.chance(50), content: content(draw) },
  }),
  responses: members(draw.some(statuses, 1, 4), () => response(draw)),
  ...(draw.chance(30) && {
    security: draw.pick<object>([
      [],
      [{}],
      [{ key: [] }, { basic: [], token: [] }],
    ]),
  }),
});

function drawDocument(draw: Draw): object {
  const paths = [0, 1, 2].map((index) => {
    const name = draw.pick(names.filter((each) => !/[{}]/.test(each)));
    const path = draw.pick([
      ...[`/a${index}/{${name}}`, `/b${index}`, `c${index}`],
      ...[`/d${index}/{${name}}/{${name}}`, `/e${index}?x=1`],
    ]);
    const shared = path.includes("{") && draw.chance(80);
    return [
      path,
      {
        ...(shared && { parameters: [parameter(draw, name)] }),
        ...members(draw.some(methods, 1, 2), () => operation(draw)),
      },
    ] as const;
  });
  return {
    openapi: "3.1.0",
    info: { title: draw.pick(names), version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(paths),
    components: { schemas, securitySchemes },
  };
}

const variant = (name: string) => ({
  type: "object",
  required: [name],
  properties: { [name]: { type: "string" } },
});
const file = { type: "string", format: "binary" };
const schemas = {
  Thing: {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "string", readOnly: true },
      secret: { type: "string", writeOnly: true },
      next: { $ref: "#/components/schemas/Thing" },
    },
  },
  Body: {
    type: "object",
    properties: { file, files: { type: "array", items: file } },
  },
  Error: { type: "object", properties: { code: { type: "integer" } } },
  Choice: { oneOf: [variant("a"), variant("b")] },
};
const securitySchemes = {
  key: { type: "apiKey", in: "query", name: "k k" },
  basic: { type: "http", scheme: "basic" },
  token: { type: "oauth2", flows: {} },
};
