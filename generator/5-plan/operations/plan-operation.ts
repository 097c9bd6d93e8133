import type { Report } from "../../diagnostics/diagnostic.ts";
import type {
  BodyPlan,
  Name,
  OperationPlan,
  ParameterPlan,
  ParamsPlan,
  PropertyPlan,
  ResponsePlan,
  TypeExpr,
} from "../../ir/client-plan.ts";
import type { Operation, RequestBody, Response } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";
import { docsOf } from "../docs.ts";
import type { OperationName } from "../names/operation-names.ts";
import type { TypeModel } from "../types/model.ts";
import { shapeExpr } from "../types/shapes.ts";
import { typeExpr } from "../types/type-expr.ts";
import { planErrors } from "./errors.ts";
import { chooseResponse, isJson } from "./media-types.ts";
import { findPages } from "./pages.ts";
import {
  keyParameters,
  planParameter,
  type KeyedParameter,
} from "./parameters.ts";

export interface OperationContext {
  readonly resolved: Resolved;
  readonly model: TypeModel;
  readonly module: string;
  readonly report: Report;
  /** The requirements of the operation, less the schemes that nothing is sent for. */
  readonly security: readonly (readonly string[])[];
}

/** Methods that fetch sends no body with (Fetch §5.3, Request constructor). */
const bodyless: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** One operation as it will be emitted; `undefined` where its wire form cannot be sent, which is reported. */
export function planOperation(
  operation: Operation,
  operationName: OperationName,
  context: OperationContext,
): OperationPlan | undefined {
  const { name } = operationName;
  const { model, module, report, resolved } = context;
  const keyed = keyParameters(operation.parameters);
  const parameters = keyed.map((each) => ({
    ...each,
    plan: planParameter(each, typeOf(each.parameter.schema, context), model),
  }));
  const unsent = parameters.find(({ plan }) => plan === undefined)?.parameter;
  if (unsent !== undefined) {
    report("unsupported/parameter", unsent.origin, {
      name: unsent.name,
      in: unsent.in,
      style: unsent.style,
      operation: name,
    });
    return undefined;
  }
  const sends = planBody(operation, name, keyed, context);
  if (sends === "unsupported") return undefined;
  reportImplicitObjects(keyed, context);
  const symbol = (text: string, typeOnly: boolean): Name => ({
    name: text,
    module,
    typeOnly,
  });
  const params = planParams(
    symbol(operationName.params, true),
    keyed,
    sends,
    context,
  );
  const placed = (place: string): readonly ParameterPlan[] =>
    parameters.flatMap(({ parameter, plan }) =>
      parameter.in === place && plan !== undefined ? [plan] : [],
    );
  const responses = operation.responses.flatMap((response) =>
    planResponse(response, context),
  );
  return {
    name: symbol(name, false),
    method: operation.method,
    path: operation.path,
    docs: {
      summary: operation.summary,
      description: operation.description,
      deprecated: operation.deprecated,
      method: operation.method,
      path: operation.path,
    },
    params,
    data: successType(operation, context),
    error: planErrors(
      operation,
      symbol(operationName.error, true),
      resolved,
      model,
    ),
    request: {
      pathParameters: placed("path"),
      query: placed("query"),
      header: placed("header"),
      cookie: placed("cookie"),
      body: sends?.plan,
      responses,
      security: context.security,
    },
    pages: findPages(operation, operationName, keyed, context),
  };
}

const typeOf = (
  schema: SchemaId | undefined,
  { resolved }: OperationContext,
) => (schema === undefined ? undefined : resolved.typeOf.get(schema));

interface Sends {
  readonly plan: BodyPlan;
  readonly body: RequestBody;
  readonly type: TypeExpr;
}

function planBody(
  operation: Operation,
  name: string,
  keyed: readonly KeyedParameter[],
  context: OperationContext,
): Sends | undefined | "unsupported" {
  const body = operation.requestBody;
  if (body === undefined || body.content.length === 0) return undefined;
  if (bodyless.has(operation.method)) {
    context.report("unsupported/get-body", body.origin, {
      method: operation.method,
    });
    return undefined;
  }
  const media = body.content.find(isJson);
  if (media === undefined) {
    const types = body.content.map(({ type }) => type);
    context.report("unsupported/request-media-type", body.origin, {
      types,
      operation: name,
    });
    return "unsupported";
  }
  const others = body.content
    .filter((other) => other !== media)
    .map(({ type }) => type);
  if (others.length > 0)
    context.report("unsupported/media-type-choice", body.origin, {
      used: media.type,
      others,
    });
  const type = typeOf(media.schema, context);
  const key = keyed.some((each) => each.key === "body")
    ? "requestBody"
    : "body";
  return {
    plan: {
      key,
      shape:
        type && context.model.usage.received.has(type)
          ? shapeExpr(type, context.model)
          : undefined,
    },
    body,
    type:
      type === undefined
        ? { kind: "keyword", keyword: "unknown" }
        : typeExpr(type, "input", context.model),
  };
}

/** A query object without a style is often meant otherwise than what OpenAPI says it means. */
function reportImplicitObjects(
  keyed: readonly KeyedParameter[],
  context: OperationContext,
): void {
  for (const { parameter } of keyed) {
    const type = typeOf(parameter.schema, context);
    const kind = type && context.model.node(type).kind;
    if (
      parameter.in !== "query" ||
      !parameter.implicitStyle ||
      parameter.style !== "form"
    )
      continue;
    if (kind === "object" || kind === "record") {
      context.report("operation/object-without-style", parameter.origin, {
        name: parameter.name,
      });
    }
  }
}

function planParams(
  name: Name,
  keyed: readonly KeyedParameter[],
  sends: Sends | undefined,
  context: OperationContext,
): ParamsPlan | undefined {
  const properties = keyed.map(({ parameter, key }): PropertyPlan => {
    const type = typeOf(parameter.schema, context);
    const node = type && context.model.node(type);
    const said = docsOf({ ...node?.annotations }, { ...node?.constraints });
    const place =
      key === parameter.name
        ? undefined
        : `The ${parameter.in} parameter \`${parameter.name}\`.`;
    return {
      name: key,
      optional: !parameter.required,
      readonly: false,
      type:
        type === undefined
          ? { kind: "keyword", keyword: "string" }
          : typeExpr(type, "input", context.model),
      docs: {
        ...said,
        description: parameter.description ?? said.description,
        note: place,
        examples:
          parameter.examples.length > 0 ? parameter.examples : said.examples,
        deprecated: parameter.deprecated || said.deprecated,
      },
    };
  });
  const body: readonly PropertyPlan[] =
    sends === undefined
      ? []
      : [
          {
            name: sends.plan.key,
            optional: !sends.body.required,
            readonly: false,
            type: sends.type,
            docs: { description: sends.body.description },
          },
        ];
  const all = [...properties, ...body];
  if (all.length === 0) return undefined;
  return {
    declaration: {
      kind: "interface",
      name,
      extends: [],
      properties: all,
      index: undefined,
      docs: {},
    },
    optional: all.every((property) => property.optional),
  };
}

function planResponse(
  response: Response,
  context: OperationContext,
): readonly ResponsePlan[] {
  const { reader, media } = chooseResponse(response.content);
  const others = response.content
    .filter((other) => other !== media)
    .map(({ type }) => type);
  if (media !== undefined && others.length > 0) {
    context.report("unsupported/media-type-choice", response.origin, {
      used: media.type,
      others,
    });
  }
  // A failure that is documented without a body may well have one: it is read as whatever it is.
  if (reader === "nothing" && !response.status.startsWith("2")) return [];
  const type = typeOf(media?.schema, context);
  return [
    {
      status: response.status,
      reader,
      shape:
        type && reader === "json" ? shapeExpr(type, context.model) : undefined,
    },
  ];
}

function successType(
  operation: Operation,
  context: OperationContext,
): TypeExpr {
  const documented = operation.responses.filter(({ status }) =>
    status.startsWith("2"),
  );
  const successes =
    documented.length > 0
      ? documented
      : operation.responses.filter(({ status }) => status === "default");
  const types = successes.map((response): TypeExpr => {
    const { reader, media } = chooseResponse(response.content);
    const type = typeOf(media?.schema, context);
    if (reader === "nothing") return { kind: "keyword", keyword: "undefined" };
    if (reader === "text") return { kind: "keyword", keyword: "string" };
    if (reader === "blob") return { kind: "global", name: "Blob" };
    return type === undefined
      ? { kind: "keyword", keyword: "unknown" }
      : typeExpr(type, "output", context.model);
  });
  if (types.length === 0) return { kind: "keyword", keyword: "unknown" };
  return { kind: "union", members: types };
}
