import { type Draw, sample } from "../law/draw.ts";

/**
 * Descriptions whose components refer to each other, and into each other, as nobody would write them on
 * purpose: what a schema is made of may be the schema itself, at any remove. Names begin with digits, or are none.
 */
export const drawSchemas = (seed: number, count: number): readonly object[] =>
  sample(drawDocument, { seed, count });

const componentNames = ["Alpha", "Beta", "Gamma", "Delta", "Eps", "Zeta"];
const propertyNames = [
  ...["id", "type", "kind", "next", "items", "name", "value"],
  ...["2022", "m²"],
];
const tags = ["1. First", "Second ½", "Third"];

function drawDocument(draw: Draw): object {
  const components = draw.some(componentNames, 3);
  const schemas = schemasOf(draw, components);
  const content = (schema: object) => ({ "application/json": { schema } });
  const operation = (name: string) => ({
    operationId: `${draw.int(1, 9)} ${name}`,
    tags: [draw.pick(tags)],
    ...(draw.chance(40) && {
      requestBody: { content: content(schemas.schema(1)) },
    }),
    responses: {
      200: {
        description: "ok",
        content: content(
          draw.chance(50) ? schemas.reference() : schemas.schema(2),
        ),
      },
    },
  });
  return {
    openapi: "3.1.0",
    info: { title: "Wired at random", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(
      components.map((name) => [
        `/${name}`,
        { [draw.pick(["get", "post"])]: operation(name) },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        components.map((name) => [name, schemas.schema(2)]),
      ),
    },
  };
}

/** Schemas up to so many levels deep, each with references to these components at its end. */
function schemasOf(draw: Draw, components: readonly string[]) {
  const reference = (): object => {
    const whole = `#/components/schemas/${draw.pick(components)}`;
    const within = draw.pick([
      "properties/next",
      "allOf/0",
      "oneOf/1",
      "items",
    ]);
    return { $ref: draw.chance(6) ? `${whole}/${within}` : whole };
  };
  const list = (most: number, levels: number): readonly object[] =>
    Array.from({ length: draw.int(1, most) }, () =>
      draw.chance(8) ? { type: "null" } : schema(levels),
    );
  const object = (levels: number): object => {
    const names = draw.some(propertyNames, 1, 4);
    const property = () =>
      draw.chance(25)
        ? { type: "string", const: draw.pick(["a", "b", "c"]) }
        : schema(levels);
    return {
      type: draw.chance(10) ? ["object", "null"] : "object",
      properties: Object.fromEntries(names.map((name) => [name, property()])),
      ...(draw.chance(60) && { required: draw.some(names, 1, 2) }),
      ...(draw.chance(10) && discriminator(names)),
    };
  };
  const discriminator = (names: readonly string[]) => ({
    discriminator: { propertyName: draw.pick(names) },
  });
  const kinds: readonly ((levels: number) => object)[] = [
    () => ({ type: draw.pick(["string", "integer", "boolean", "number"]) }),
    () => ({ type: "string", enum: draw.some(["a", "b", "c", "d"], 1) }),
    (levels) => ({ type: "array", items: schema(levels) }),
    (levels) => ({ type: "object", additionalProperties: schema(levels) }),
    object,
    object,
    (levels) => ({
      allOf: list(2, levels),
      ...(draw.chance(40) && object(levels)),
      ...(draw.chance(10) && { nullable: true }),
    }),
    (levels) => ({
      [draw.pick(["oneOf", "anyOf"])]: list(3, levels),
      ...(draw.chance(20) && object(levels)),
      ...(draw.chance(15) && discriminator(propertyNames)),
    }),
  ];
  const schema = (levels: number): object =>
    levels === 0 || draw.chance(30)
      ? reference()
      : draw.pick(kinds)(levels - 1);
  return { reference, schema };
}
