import { childrenOf } from "../../ir/children.ts";
import { exchangesOf, schemasOf } from "../../ir/directions.ts";
import type { Api, MediaType } from "../../ir/openapi.ts";
import { reachableFrom } from "../../ir/reachable.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import type { Inventory } from "../types/inventory.ts";
import { isSendable } from "./body-media.ts";
import { hasOwnParts } from "./form-type.ts";
import { mediaKind } from "./media-types.ts";
import { typeOf } from "./schema-kinds.ts";

/**
 * Inline types that are nothing but multipart bodies with a declaration of their own. What they would be in JSON, where
 * a file is a string, is never sent or received. Every component keeps its type.
 */
export function formOnlyTypes(
  api: Api,
  resolved: Resolved,
  { components, same }: Inventory,
): ReadonlySet<TypeId> {
  const node = (id: TypeId) => resolved.types.get(id) as TypeNode;
  const forms = new Map<MediaType, TypeId>();
  for (const { requestBody } of api.operations)
    for (const media of requestBody?.content ?? []) {
      const type = typeOf(media.schema, resolved);
      if (type !== undefined && isOwnForm(type, media, resolved))
        forms.set(media, type);
    }
  if (forms.size === 0) return new Set();
  const others = exchangesOf(api).flatMap(({ requestBody, ...exchange }) =>
    schemasOf({
      ...exchange,
      requestBody: requestBody && {
        ...requestBody,
        content: requestBody.content.filter((media) => !forms.has(media)),
      },
    }),
  );
  const schemas = [...others, ...api.components.map(({ schema }) => schema)];
  const roots = [
    ...schemas.flatMap((schema) => typeOf(schema, resolved) ?? []),
    ...[...forms.values()].flatMap((form) => childrenOf(node(form))),
  ];
  const used = new Set([...reachableFrom(roots, { node }).keys()].map(same));
  return new Set(
    [...forms.values()]
      .map(same)
      .filter((form) => !used.has(form) && !components.has(form)),
  );
}

const isOwnForm = (
  type: TypeId,
  media: MediaType,
  resolved: Resolved,
): boolean =>
  mediaKind(media) === "multipart" &&
  isSendable(media) &&
  resolved.types.get(type)?.kind === "object" &&
  hasOwnParts(type, { media, resolved });
