import type { Json, Source } from "../../generator/ir/source.ts";
import { objectOf, refTo, type GeneratedUnion, type Schema } from "./schema.ts";

export const unionName = (index: number): string => `U${index}`;

const written = (union: GeneratedUnion): Schema => ({
  [union.keyword]: union.variants,
  ...(union.discriminator && { discriminator: union.discriminator }),
});

/** One document in which a response carries every union. */
export function documentOf(unions: readonly GeneratedUnion[]): Json {
  const names = unions.map((_, index) => unionName(index));
  const body: Schema = {
    type: "object",
    properties: objectOf(names.map((name) => [name, refTo(name)])),
  };
  const content = { "application/json": { schema: body } };
  const responses = { 200: { description: "All of them", content } };
  return {
    openapi: "3.1.0",
    info: { title: "Unions", version: "1" },
    paths: { "/unions": { get: { operationId: "readUnions", responses } } },
    components: {
      schemas: objectOf([
        ...unions.map(
          (union, index) => [unionName(index), written(union)] as const,
        ),
        ...unions.flatMap(({ components }) => Object.entries(components)),
      ]),
    },
  };
}

export const sourceId = "unions.json";

/** The document as the loader would hand it on. */
export function sourceOf(value: Json): Source {
  const text = JSON.stringify(value);
  return { id: sourceId, format: "json", text, range: [0, text.length], value };
}
