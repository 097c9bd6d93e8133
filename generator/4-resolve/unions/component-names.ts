import type { Origin } from "../../diagnostics/origin.ts";
import type { Api, Component } from "../../ir/openapi.ts";
import type { Discriminator, SchemaId } from "../../ir/schema-graph.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { memoise } from "../../util/memoise.ts";
import type { Types } from "../types.ts";

/** What components call the types of a description. */
export interface ComponentNames {
  /** The component that a type is; where none is, the first that is another word for it. */
  readonly of: (type: TypeId) => string | undefined;
  /**
   * What a discriminator calls a variant that its mapping does not name: what the variant says of itself, else the
   * component that its union lists (OAS 3.1 §4.8.25.1), which may be another word for the variant.
   */
  readonly implicit: (
    discriminator: Discriminator,
    variant: TypeId,
  ) => readonly string[];
  /** The members of the union that a discriminator stands at. */
  readonly listed: (discriminator: Discriminator) => readonly SchemaId[];
}

export function componentNames(
  { components, schemas }: Api,
  types: Pick<Types, "typeOf">,
): ComponentNames {
  const bySchema = new Map(
    components.map((component) => [component.schema, tagOf(component)]),
  );
  const byType = new Map<TypeId, Component>();
  for (const component of components) {
    const type = types.typeOf(component.schema);
    const isItself = (type as string) === component.schema;
    if (isItself || !byType.has(type)) byType.set(type, component);
  }
  // One that is left of a discriminator stands where that does.
  const byOrigin = new Map<Origin, readonly SchemaId[]>();
  const said = new Map<TypeId, string>();
  for (const schema of schemas.values()) {
    const { id, discriminator, oneOf, anyOf, discriminatorValue } = schema;
    if (discriminator !== undefined)
      byOrigin.set(discriminator.origin, [...oneOf, ...anyOf]);
    if (discriminatorValue !== undefined)
      said.set(types.typeOf(id), discriminatorValue);
  }
  const listed = ({ origin }: Discriminator) => byOrigin.get(origin) ?? [];
  const namesBy = memoise((discriminator: Discriminator) =>
    listed(discriminator).flatMap((member) => {
      const name = bySchema.get(schemas.get(member)?.ref ?? member);
      return name === undefined ? [] : [{ name, type: types.typeOf(member) }];
    }),
  );
  return {
    of: (type) => byType.get(type)?.name,
    listed,
    implicit(discriminator, variant) {
      const own = said.get(variant);
      if (own !== undefined) return [own];
      const names = namesBy(discriminator).flatMap(({ name, type }) =>
        type === variant ? [name] : [],
      );
      const component = byType.get(variant);
      return names.length === 0 && component !== undefined
        ? [tagOf(component)]
        : names;
    },
  };
}

const tagOf = ({ name, tag }: Component): string => tag ?? name;
