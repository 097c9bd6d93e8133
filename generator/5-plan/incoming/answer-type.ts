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
  const documented = responses.map(({ status }) => status);
  return {
    kind: "union",
    members: responses.map((response) => ({
      kind: "object",
      properties: [
        property("status", true, statusType(response.status, documented)),
        ...headers(response, context),
        ...(response.content.length === 0
          ? []
          : [
              property(
                "body",
                true,
                contentType(response.content, { view: "input" }, context).type,
              ),
            ]),
      ],
    })),
  };
}

/** A status; of a range those, and of `default` all, that are not documented beside it (OAS 3.1 §4.8.16). */
function statusType(status: string, documented: readonly string[]): TypeExpr {
  if (isExact(status)) return { kind: "literal", value: Number(status) };
  const exact = documented.filter(isExact);
  if (status !== "default")
    return rangeType(
      status,
      exact.filter((each) => each[0] === status[0]),
    );
  const known = documented
    .filter((each) => each !== "default")
    .map((each) => statusType(each, []));
  return runtimeType("AnswerStatus", union(known));
}

const isExact = (status: string): boolean => /^\d+$/.test(status);

const rangeType = (range: string, apart: readonly string[]): TypeExpr =>
  runtimeType("RangeStatus", [
    { kind: "literal", value: range },
    ...union(apart.map((each) => statusType(each, []))),
  ]);

const union = (members: readonly TypeExpr[]): readonly TypeExpr[] =>
  members.length === 0 ? [] : [{ kind: "union", members }];

const runtimeType = (name: string, args: readonly TypeExpr[]): TypeExpr => ({
  kind: "name",
  name: { name, module: "runtime/status", typeOnly: true },
  args,
});

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
