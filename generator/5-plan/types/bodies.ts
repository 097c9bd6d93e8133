import type { Exchange, MediaType } from "../../ir/openapi.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { statusName } from "../names/status-names.ts";
import { pascal, words } from "../names/words.ts";
import { mediaKind } from "../operations/media-types.ts";

/** Beside another media type, what a stream is of has a name of its own. */
const isStream = (media: MediaType): boolean => mediaKind(media) === "stream";

/** A type that an exchange itself names: a body, the items of one, or the type of a parameter. */
export interface Body {
  readonly type: TypeId;
  /** After the exchange's name: `ListWebhooks` + `Unauthorized`. */
  readonly name: string;
  /** After whatever several operations share. */
  readonly suffix: string;
  readonly isError: boolean;
  /** The words of the file that the exchange's own types stand in. */
  readonly module: readonly string[];
}

export function bodiesOf(
  exchange: Exchange,
  name: string,
  typeOf: ReadonlyMap<SchemaId, TypeId>,
): readonly Body[] {
  const base = name.charAt(0).toUpperCase() + name.slice(1);
  const successes = exchange.responses.filter((response) =>
    response.status.startsWith("2"),
  );
  const body = (
    schema: SchemaId | undefined,
    suffix: string,
    isError: boolean,
  ): Body[] => {
    const type = schema && typeOf.get(schema);
    return type === undefined
      ? []
      : [{ type, name: base + suffix, suffix, isError, module: words(name) }];
  };
  return [
    ...exchange.parameters.flatMap(({ name: wireName, schema }) =>
      body(schema, pascal(words(wireName)), false),
    ),
    ...(exchange.requestBody?.content ?? []).flatMap(
      ({ schema, itemSchema }) => [
        ...body(schema, "Body", false),
        ...body(itemSchema, "BodyItem", false),
      ],
    ),
    ...exchange.responses.flatMap((response) => {
      const isError = !response.status.startsWith("2");
      const status =
        isError || successes.length > 1 ? statusName(response.status) : "";
      const isMixed = !response.content.every(isStream);
      return response.content.flatMap((media) => {
        const streamed = isMixed && isStream(media) ? "Event" : "Response";
        return [
          ...body(
            media.schema,
            isError ? status : `${status}${streamed}`,
            isError,
          ),
          ...body(media.itemSchema, `${status}Item`, isError),
        ];
      });
    }),
  ];
}
