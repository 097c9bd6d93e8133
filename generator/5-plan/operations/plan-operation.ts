import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Docs, Name } from "../../ir/declaration-plan.ts";
import type {
  OperationPlan,
  ParameterPlan,
  RequestPlan,
} from "../../ir/operation-plan.ts";
import type { Operation, Server } from "../../ir/openapi.ts";
import type { DeclaredPages } from "../../ir/page-rule.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { OperationName } from "../names/operation-names.ts";
import { findPages } from "../pages/find-pages.ts";
import type { TypeModel } from "../types/model.ts";
import { planErrors } from "./errors.ts";
import {
  keyParameters,
  planParameter,
  type KeyedParameter,
} from "./parameters.ts";
import { planBody } from "./plan-body.ts";
import { planParams } from "./plan-params.ts";
import { planLinks, type LinkTargets } from "./plan-links.ts";
import { reportParameters } from "./report-parameters.ts";
import { reportUnread } from "./report-unread.ts";
import { isSuccess, planResponses, successType } from "./plan-responses.ts";
import { planServer } from "./plan-server.ts";
import type { ResponseHeaders } from "./response-headers.ts";
import { readsOf } from "./response-media.ts";
import { planStreamed, withoutStreams } from "./plan-streamed.ts";
import { isStreamReader } from "./plan-stream.ts";
import { sequenceItems, sequenceNote } from "./sequence-note.ts";
import { typeOf } from "./schema-kinds.ts";

export interface OperationContext {
  readonly resolved: Resolved;
  readonly model: TypeModel;
  readonly module: string;
  readonly report: Report;
  /** The requirements of the operation, less the schemes that nothing is sent for. */
  readonly security: readonly (readonly string[])[];
  readonly documentServer: Server | undefined;
  readonly headers: ResponseHeaders;
  readonly targetOf: LinkTargets;
  /** Who says how the pages of an operation follow each other, the strongest first. */
  readonly declaredPages: (operation: Operation) => DeclaredPages | undefined;
  readonly repetitionOf: (operation: Operation) => RequestPlan["repeat"];
  /** Query parameters that carry credentials. */
  readonly queryKeys: readonly string[];
}

/** Methods that fetch refuses, in any case (Fetch §2.2.1). */
const forbidden: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/** One operation as it will be emitted; `undefined` where its wire form cannot be sent, which is reported. */
export function planOperation(
  written: Operation,
  operationName: OperationName,
  context: OperationContext,
): OperationPlan | undefined {
  const operation =
    written.method === "HEAD"
      ? withoutContent(written)
      : withoutStreams(written);
  const { name } = operationName;
  const { model, module, report, resolved } = context;
  if (forbidden.has(operation.method.toUpperCase())) {
    report("unsupported/method", operation.origin, {
      method: operation.method,
      operation: name,
    });
    return undefined;
  }
  const keyed = keyParameters(operation.parameters);
  const parameters = keyed.map((each) => ({
    ...each,
    plan: planParameter(each, typeOf(each.parameter.schema, resolved), model),
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
  reportParameters(keyed, context);
  reportUnread(operation, context);
  const symbol = (text: string, typeOnly: boolean): Name => ({
    name: text,
    module,
    typeOnly,
  });
  const params = planParams(operationName, keyed, sends, context);
  const placed = (place: string): readonly ParameterPlan[] =>
    parameters.flatMap(({ parameter, plan }) =>
      parameter.in === place && plan !== undefined ? [plan] : [],
    );
  const responses = planResponses(operation, context);
  const server = planServer(operation, name, context.documentServer, report);
  const items = sequenceItems(operation, context);
  const docs: Docs = {
    summary: operation.summary,
    description: operation.description,
    deprecated: operation.deprecated,
    method: operation.method,
    path: operation.path,
    note: sequenceNote(items),
    server: server?.shown,
    links: planLinks(operation, context),
  };
  return {
    name: symbol(name, false),
    method: operation.method,
    path: operation.sentPath,
    docs,
    mentions: items,
    origin: operation.origin,
    params,
    data: successType(operation, context),
    headers: context.headers.of(
      operation.responses.filter(isSuccess(operation)),
    ),
    error: planErrors(operation, symbol(operationName.error, true), context),
    request: {
      server,
      pathParameters: placed("path"),
      query: placed("query"),
      header: placed("header"),
      cookie: placed("cookie"),
      body: sends?.plan,
      responses,
      ...(written.method === "HEAD" && { accept: typesOf(written, context) }),
      streams: responses.some(({ media }) =>
        media.some(({ reader }) => isStreamReader(reader)),
      ),
      security: context.security,
      repeat: context.repetitionOf(operation),
      redirects: operation.responses.some(({ status }) =>
        /^3(XX|0[12378])$/.test(status),
      ),
    },
    streamed:
      operation.method === "HEAD"
        ? undefined
        : planStreamed(written, operationName, docs, context),
    ...findPages(operation, operationName, keyed, sends, context),
  };
}

const typesOf = (
  { responses }: Operation,
  context: OperationContext,
): readonly string[] =>
  responses.flatMap((response) =>
    readsOf(response, context).map(({ type }) => type),
  );

/** A response to HEAD has no content, whatever is documented (RFC 9110 §9.3.2): what is, is GET's. */
const withoutContent = (operation: Operation): Operation => ({
  ...operation,
  responses: operation.responses.map((response) => ({
    ...response,
    content: [],
  })),
});
