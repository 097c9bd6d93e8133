import { bundle } from "../../generator/2-bundle/bundle.ts";
import { normalise } from "../../generator/3-normalise/normalise.ts";
import type { Api } from "../../generator/ir/openapi.ts";
import type { Json, Source } from "../../generator/ir/source.ts";
import {
  objectOf,
  refTo,
  type Components,
  type GeneratedUnion,
  type Schema,
} from "./schema.ts";
import { withName } from "./whole.ts";

export const unionName = (index: number): string => `U${index}`;

const written = (union: GeneratedUnion): Schema => ({
  [union.keyword]: union.variants,
  ...(union.discriminator && { discriminator: union.discriminator }),
});

/** One document in which a response carries every union, and more that is made of them. */
export function documentOf(
  unions: readonly GeneratedUnion[],
  more: Components = {},
): Json {
  const names = unions.map((_, index) => unionName(index));
  const named = unions.map((union, index) => withName(union, unionName(index)));
  const body: Schema = {
    type: "object",
    properties: objectOf(
      [...names, ...Object.keys(more)].map((name) => [name, refTo(name)]),
    ),
  };
  const content = { "application/json": { schema: body } };
  const responses = { 200: { description: "All of them", content } };
  return {
    openapi: "3.1.0",
    info: { title: "Unions", version: "1" },
    paths: { "/unions": { get: { operationId: "readUnions", responses } } },
    components: {
      schemas: objectOf([
        ...named.map(
          (union, index) => [unionName(index), written(union)] as const,
        ),
        ...named.flatMap(({ components }) => Object.entries(components)),
        ...Object.entries(more),
      ]),
    },
  };
}

export const sourceId = "unions.json";

/** The unions as the compiler reads them, up to the phase that tells them apart. */
export async function readUnions(
  unions: readonly GeneratedUnion[],
): Promise<Api> {
  const value = documentOf(unions);
  const text = JSON.stringify(value);
  const range = [0, text.length] as const;
  const context = { cwd: "/", report: ignore, keep: ignore };
  const source: Source = { id: sourceId, format: "json", text, range, value };
  return normalise(await bundle(source, context), ignore);
}

/** Most of what is generated is worth a diagnostic; none of them is the matter here. */
export const ignore = (): void => {};
