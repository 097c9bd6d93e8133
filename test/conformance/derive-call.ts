import type { RequestPlan } from "../../generator/ir/operation-plan.ts";
import type { Emitted } from "./client.ts";
import { deriveCredentials } from "./credentials.ts";
import type { Target } from "./find-operation.ts";
import { arriving, deriveParameters } from "./parameters.ts";
import { deriveBody } from "./request-body.ts";
import type { Exchange, Scenario } from "./scenarios.ts";

/** The arguments of a call. */
export interface DerivedCall {
  readonly clientOptions: object;
  readonly params: object;
  readonly headers: Readonly<Record<string, string>>;
}

/** The arguments of the call that sends what has to arrive. */
export function deriveCall(
  exchange: Exchange,
  { document, operation, ...target }: Target,
  request: RequestPlan,
  { schemes }: Emitted,
  scenario: Scenario,
  assets: readonly Uint8Array[],
): DerivedCall {
  const wire = arriving(exchange, target);
  const parameters = deriveParameters(operation, wire);
  const credentials = deriveCredentials(
    document.securitySchemes,
    schemes,
    request.security,
    wire,
  );
  const planned = {
    path: request.pathParameters,
    query: request.query,
    header: request.header,
    cookie: request.cookie,
  };
  const keyed = [...parameters].map(([{ in: place, name }, value]) => {
    const plan = planned[place].find(({ wireName }) => wireName === name);
    return [plan?.key ?? name, value] as const;
  });
  const expected = exchange.request?.body;
  const { body } = request;
  const sent =
    body === undefined || expected === undefined
      ? []
      : [
          [
            body.key,
            deriveBody(expected, operation, document, scenario, assets),
          ] as const,
          ...(body.choiceKey === undefined
            ? []
            : [[body.choiceKey, expected.contentType] as const]),
        ];
  const said = new Set([
    ...[...parameters.keys()]
      .filter((each) => each.in === "header")
      .map(({ name }) => name.toLowerCase()),
    ...credentials.headers,
    "content-type",
    ...(isChoice(operation.responses) ? [] : ["accept"]),
  ]);
  return {
    clientOptions: credentials.options,
    params: Object.fromEntries([...keyed, ...sent]),
    // What no parameter, credential or body accounts for, a caller says in so many words.
    headers: Object.fromEntries(
      [...wire.header]
        .filter(([name]) => !said.has(name))
        .map(([name, value]) => [name, String(value)]),
    ),
  };
}

/** Whether a caller may ask for one media type or another. */
const isChoice = (responses: Target["operation"]["responses"]): boolean =>
  Object.values(responses).some((content) => Object.keys(content).length > 1);
