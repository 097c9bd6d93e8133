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

interface Wish {
  readonly plain: string;
  readonly withMethod: string;
}

/**
 * `NewPetWebhook`, `CreateOrderShippedCallback`; the method is in the name of a second one, which is made up and
 * gets what is left.
 */
export function nameIncoming(
  api: Api,
  operationNames: readonly OperationName[],
  registry: Registry,
): readonly IncomingName[] {
  const owners = new Map(
    api.operations.flatMap(({ callbacks }, index) =>
      callbacks.map((each) => [each, operationNames[index]?.words] as const),
    ),
  );
  const wishes = incomingRequests(api).map((request) =>
    wishOf(request, owners.get(request)),
  );
  const claim = afterComponents(api, registry);
  const firsts = Map.groupBy(wishes, ({ plain }) => plain);
  const isFirst = (wish: Wish) => firsts.get(wish.plain)?.[0] === wish;
  const inOrder = wishes.toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)),
  );
  const types = new Map(
    inOrder.map((wish) => [wish, claim([wish.plain, wish.withMethod])]),
  );
  return wishes.map((wish) => {
    const type = types.get(wish) ?? wish.plain;
    return {
      type,
      name: type.charAt(0).toLowerCase() + type.slice(1),
      words: words(type),
      noun: [],
      reads: false,
    };
  });
}

/** @param owner the words of the operation that a callback belongs to */
function wishOf(
  { name, method }: IncomingRequest,
  owner: readonly string[] | undefined,
): Wish {
  const kind = owner === undefined ? "webhook" : "callback";
  const own = words(name);
  const about = [
    ...(owner ?? []),
    ...(own.at(-1) === kind ? own.slice(0, -1) : own),
  ];
  return {
    plain: typeName([...about, kind]),
    withMethod: typeName([...about, ...words(method), kind]),
  };
}
