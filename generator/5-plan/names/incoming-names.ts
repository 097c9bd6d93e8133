import { incomingRequests } from "../../ir/directions.ts";
import type { Api, IncomingRequest } from "../../ir/openapi.ts";
import {
  afterComponents,
  type ExchangeName,
  type OperationName,
} from "./operation-names.ts";
import type { Registry } from "./registry.ts";
import { typeName } from "./type-name.ts";
import { words } from "./words.ts";

/** What a webhook's or a callback's type is called. */
export interface IncomingName extends ExchangeName {
  readonly type: string;
}

/** `NewPetWebhook`, `CreateOrderShippedCallback`; the method is in the name of a second one. */
export function nameIncoming(
  api: Api,
  operationNames: readonly OperationName[],
  registry: Registry,
): readonly IncomingName[] {
  const claim = afterComponents(api, registry);
  const nameOf = (
    { name, method }: IncomingRequest,
    owner: readonly string[],
    kind: string,
  ): IncomingName => {
    const own = words(name);
    const about = [...owner, ...(own.at(-1) === kind ? own.slice(0, -1) : own)];
    const type = claim([
      typeName([...about, kind]),
      typeName([...about, ...words(method), kind]),
    ]);
    return {
      type,
      name: type.charAt(0).toLowerCase() + type.slice(1),
      words: words(type),
      noun: [],
      reads: false,
    };
  };
  const owners = new Map(
    api.operations.flatMap(({ callbacks }, index) =>
      callbacks.map((each) => [each, operationNames[index]?.words] as const),
    ),
  );
  return incomingRequests(api).map((request) => {
    const owner = owners.get(request);
    return owner === undefined
      ? nameOf(request, [], "webhook")
      : nameOf(request, owner, "callback");
  });
}
