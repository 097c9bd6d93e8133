import type { Operation } from "../../ir/openapi.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { statusName } from "../names/status-names.ts";
import { pascal, words } from "../names/words.ts";

/** A type that an operation itself names: a body, or the type of a parameter. */
export interface Body {
  readonly type: TypeId;
  /** After the operation's name: `ListWebhooks` + `Unauthorized`. */
  readonly name: string;
  /** After whatever several operations share. */
  readonly suffix: string;
  readonly isError: boolean;
  /** The words of the file that the operation's own types stand in. */
  readonly module: readonly string[];
}

export function bodiesOf(
  operation: Operation,
  name: string,
  typeOf: ReadonlyMap<SchemaId, TypeId>,
): readonly Body[] {
  const base = name.charAt(0).toUpperCase() + name.slice(1);
  const successes = operation.responses.filter((response) =>
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
    ...operation.parameters.flatMap(({ name: wireName, schema }) =>
      body(schema, pascal(words(wireName)), false),
    ),
    ...(operation.requestBody?.content ?? []).flatMap(
      ({ itemSchema, schema }) => [
        ...body(schema, "Body", false),
        ...body(itemSchema, "BodyItem", false),
      ],
    ),
    ...operation.responses.flatMap((response) => {
      const isError = !response.status.startsWith("2");
      const status =
        isError || successes.length > 1 ? statusName(response.status) : "";
      return response.content.flatMap(({ itemSchema, schema }) => [
        ...body(schema, isError ? status : `${status}Response`, isError),
        ...body(itemSchema, `${status}Item`, isError),
      ]);
    }),
  ];
}
