import type { PropertyPlan, TypeExpr } from "../../ir/declaration-plan.ts";
import type { IncomingRequest, Response } from "../../ir/openapi.ts";
import { textType } from "../operations/text-type.ts";
import { contentType } from "./content-type.ts";
import type { IncomingContext } from "./plan-incoming.ts";

/** What a webhook or a callback may be answered: a variant for each documented status. */
export function answerType(
  { responses }: IncomingRequest,
  context: IncomingContext,
): TypeExpr | undefined {
  if (responses.length === 0) return undefined;
  return {
    kind: "union",
    members: responses.map((response) => ({
      kind: "object",
      properties: [
        property("status", true, statusType(response)),
        ...headers(response, context),
        ...(response.content.length === 0
          ? []
          : [
              property(
                "body",
                true,
                contentType(response.content, "input", context),
              ),
            ]),
      ],
    })),
  };
}

/** A range and `default` leave the status to whoever answers. */
const statusType = ({ status }: Response): TypeExpr =>
  /^\d+$/.test(status)
    ? { kind: "literal", value: Number(status) }
    : { kind: "keyword", keyword: "number" };

function headers(
  { headers: all }: Response,
  context: IncomingContext,
): readonly PropertyPlan[] {
  if (all.length === 0) return [];
  const properties = all.map(({ name, required, schema }) =>
    property(name, required, textType(schema, context)),
  );
  const isRequired = all.some(({ required }) => required);
  return [property("headers", isRequired, { kind: "object", properties })];
}

const property = (
  name: string,
  required: boolean,
  type: TypeExpr,
): PropertyPlan => ({
  name,
  optional: !required,
  readonly: false,
  type,
  docs: {},
});
