import type { Operation } from "../../ir/openapi.ts";
import type { PagePath } from "../../ir/page-rule.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { KeyedParameter } from "../operations/parameters.ts";
import type { PlannedBody } from "../operations/plan-body.ts";
import { typeOf } from "../operations/schema-kinds.ts";
import type { PageContext } from "./context.ts";
import { type Field, fieldOf, flat, ownNames, propertiesAt } from "./fields.ts";
import { envelope } from "./roles.ts";

/** What can be set of a request: parameters, their properties, and those of its body. */
export function askedOf(
  operation: Operation,
  keyed: readonly KeyedParameter[],
  sends: PlannedBody | undefined,
  context: PageContext,
): readonly Field<PagePath>[] {
  const parameters = keyed
    .filter(({ parameter }) => /^(query|header)$/.test(parameter.in))
    .flatMap(({ key, parameter }) => {
      const { description, name } = parameter;
      const type = typeOf(parameter.schema, context.resolved);
      const said = description === undefined ? {} : { description };
      const inside = type && propertiesAt(type, context.model);
      return inside === undefined
        ? [fieldOf([key], ownNames(name), type, said, context.model)]
        : inObject(type as TypeId, [key], flat(name), context, 1);
    });
  const body = bodyType(operation, sends, context);
  return sends === undefined || body === undefined
    ? parameters
    : [...parameters, ...inObject(body, [sends.plan.key], "", context, 2)];
}

/** The body of a call that names no media type, where its properties are what is sent. */
export function bodyType(
  { requestBody }: Operation,
  sends: PlannedBody | undefined,
  { resolved }: PageContext,
): TypeId | undefined {
  const media = sends?.plan.media[0];
  if (media?.encoder.kind !== "json" && media?.encoder.kind !== "form")
    return undefined;
  const written = requestBody?.content.find(({ type }) => type === media.type);
  return typeOf(written?.schema, resolved);
}

function inObject(
  type: TypeId,
  path: PagePath,
  around: string,
  context: PageContext,
  depth: number,
): readonly Field<PagePath>[] {
  return (propertiesAt(type, context.model) ?? []).flatMap((property) => {
    const name = flat(property.wireName);
    const at = [...path, property.wireName];
    if (
      depth > 1 &&
      envelope.test(name) &&
      propertiesAt(property.type, context.model)
    )
      return inObject(property.type, at, name, context, depth - 1);
    const names = around === "" ? [name] : [around + name, name];
    return fieldOf(
      at,
      names,
      property.type,
      property.annotations,
      context.model,
    );
  });
}
