import type {
  Declaration,
  Name,
  PropertyPlan,
} from "../../ir/declaration-plan.ts";
import type { IncomingRequest } from "../../ir/openapi.ts";
import { mediaKind } from "../operations/media-types.ts";
import { typeOf } from "../operations/schema-kinds.ts";
import { shapeExpr } from "../types/shapes.ts";
import { contentType } from "./content-type.ts";
import type { IncomingContext } from "./plan-incoming.ts";

/**
 * The body of a webhook or a callback, the types of its forms, and the shape that names the variants inside it, where
 * no type has one to lend. A payload that is described is there: hardly any description marks it as required.
 */
export function planBody(
  { requestBody }: IncomingRequest,
  of: Name,
  context: IncomingContext,
): {
  readonly body: readonly PropertyPlan[];
  readonly declared: readonly Declaration[];
} {
  const { model, resolved } = context;
  if (requestBody === undefined || requestBody.content.length === 0)
    return { body: [], declared: [] };
  const { content, description } = requestBody;
  const { forms, type: bodyType } = contentType(
    content,
    { view: "output", claim: () => ({ ...of, name: formNameOf(of, context) }) },
    context,
  );
  const json = content.find((media) => mediaKind(media) === "json");
  const type = typeOf(json?.schema, resolved);
  const shape =
    type === undefined ? undefined : shapeExpr(type, "output", model);
  const name: Name | undefined =
    shape?.kind === "reference"
      ? shape.name
      : shape && { ...of, name: shapeNameOf(of, context), typeOnly: false };
  return {
    body: [
      {
        name: "body",
        optional: false,
        readonly: false,
        type: bodyType,
        docs: {
          description,
          note: name && `\`${name.name}.tag(body)\` names its variants.`,
        },
      },
    ],
    declared: [
      ...forms,
      ...(name === undefined ||
      shape === undefined ||
      shape.kind === "reference"
        ? []
        : [{ kind: "shape", name, shape, of: of.name } as const]),
    ],
  };
}

const formNameOf = ({ name }: Name, { model }: IncomingContext): string =>
  model.registry.claim([`${name}Form`, `${name}FormData`]);

const shapeNameOf = ({ name }: Name, { model }: IncomingContext): string =>
  model.registry.claim([
    `${name.charAt(0).toLowerCase()}${name.slice(1)}Shape`,
  ]);
