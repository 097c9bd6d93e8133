import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../generator/compile.ts";
import { isError } from "../../generator/diagnostics/diagnostic.ts";
import {
  diff,
  type Diff,
  type EmittedFile,
  type GenerateOptions,
} from "../../generator/index.ts";
import type { Json, JsonObject } from "../../generator/ir/source.ts";

export type Schema = JsonObject;
export type Document = JsonObject;

/** A description of these members, with a server and without security unless they say otherwise. */
export const api = (members: JsonObject): Document => ({
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  ...members,
});

const json = (schema: Json): JsonObject => ({
  content: { "application/json": { schema } },
});

export const thing: Schema = { $ref: "#/components/schemas/Thing" };

/** A response with a body, or without. */
export const answer = (schema?: Json): JsonObject => ({
  description: "",
  ...(schema === undefined ? {} : json(schema)),
});

/** An API of one operation, which brings a `Thing`. */
export const receiving = (Thing: Schema, others: JsonObject = {}): Document =>
  api({
    paths: {
      "/thing": {
        get: { operationId: "getThing", responses: { 200: answer(thing) } },
      },
    },
    components: { schemas: { Thing, ...others } },
  });

/** An API of one operation, which takes a `Thing`. */
export const sending = (Thing: Schema, others: JsonObject = {}): Document =>
  api({
    paths: {
      "/thing": {
        post: {
          operationId: "setThing",
          requestBody: { required: true, ...json(thing) },
          responses: { 204: answer() },
        },
      },
    },
    components: { schemas: { Thing, ...others } },
  });

export const object = (
  properties: JsonObject,
  required: readonly string[] = Object.keys(properties),
  more: JsonObject = {},
): Schema => ({ type: "object", properties, required: [...required], ...more });

/** Writes both, compares them, and compiles them. */
export async function compare(
  old: Document,
  now: Document,
  options: GenerateOptions = {},
): Promise<{
  readonly diff: Diff;
  readonly old: readonly EmittedFile[];
  readonly new: readonly EmittedFile[];
}> {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-diff-"));
  await writeFile(join(cwd, "old.json"), JSON.stringify(old, null, 1));
  await writeFile(join(cwd, "new.json"), JSON.stringify(now, null, 1));
  const found = await diff("old.json", "new.json", { ...options, cwd });
  if (found.diff === undefined)
    throw new Error(
      [found.old, found.new]
        .flatMap(({ diagnostics }) => diagnostics.filter(isError))
        .map(({ message }) => message)
        .join("\n"),
    );
  const files = async (path: string) =>
    (await compile(path, { ...options, cwd })).files;
  return {
    diff: found.diff,
    old: await files("old.json"),
    new: await files("new.json"),
  };
}
