import { childrenOf } from "../../ir/children.ts";
import {
  exchangesOf,
  incomingRequests,
  schemasOf,
} from "../../ir/directions.ts";
import type { Api, MediaType } from "../../ir/openapi.ts";
import { reachableFrom } from "../../ir/reachable.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import type { Inventory } from "../types/inventory.ts";
import { isSendable } from "./body-media.ts";
import { asReceived, hasOwnParts } from "./form-type.ts";
import { mediaKind } from "./media-types.ts";
import { typeOf } from "./schema-kinds.ts";

/**
 * Inline types that are nothing but multipart bodies, which are typed as forms. What they would be in JSON, where a file
 * is a string, is never sent or received. Every component keeps its type.
 */
export function formOnlyTypes(
  api: Api,
  resolved: Resolved,
  { components, same }: Inventory,
): ReadonlySet<TypeId> {
  const node = (id: TypeId) => resolved.types.get(id) as TypeNode;
  const forms = new Map<MediaType, TypeId>();
  const add = (media: MediaType, described: MediaType): void => {
    const type = typeOf(media.schema, resolved);
    if (type !== undefined && isOwnForm(type, described, resolved))
      forms.set(media, type);
  };
  for (const { requestBody } of api.operations)
    for (const media of requestBody?.content ?? [])
      if (isSendable(media)) add(media, media);
  for (const { requestBody, responses } of incomingRequests(api))
    for (const { content } of [requestBody ?? { content: [] }, ...responses])
      for (const media of content) add(media, asReceived(media));
  if (forms.size === 0) return new Set();
  const apart = <Body extends { readonly content: readonly MediaType[] }>(
    body: Body,
  ): Body => ({
    ...body,
    content: body.content.filter((media) => !forms.has(media)),
  });
  const others = exchangesOf(api).flatMap((exchange) =>
    schemasOf({
      ...exchange,
      requestBody: exchange.requestBody && apart(exchange.requestBody),
      responses: exchange.responses.map(apart),
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
  resolved.types.get(type)?.kind === "object" &&
  hasOwnParts(type, { media, resolved });
