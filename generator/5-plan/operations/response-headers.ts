import type {
  InterfaceDeclaration,
  Name,
  PropertyPlan,
} from "../../ir/declaration-plan.ts";
import type { Header, Operation, Response } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { OperationName } from "../names/operation-names.ts";
import { statusName } from "../names/status-names.ts";
import { typeName } from "../names/type-name.ts";
import { words } from "../names/words.ts";
import type { TypeModel } from "../types/model.ts";
import { prefixOf } from "../types/scope.ts";
import { isSuccess } from "./plan-responses.ts";
import { textType } from "./text-type.ts";

/** The types of documented response headers: one for all responses whose headers are the same. */
export interface ResponseHeaders {
  readonly declarations: readonly InterfaceDeclaration[];
  /** The headers of these responses, together; `undefined` where none are documented. */
  readonly of: (responses: readonly Response[]) => Name | undefined;
}

interface HeaderSet {
  readonly properties: readonly PropertyPlan[];
  /** What a set that only one operation has is called. */
  readonly own: string;
  readonly operations: Set<Operation>;
}

interface Context {
  readonly model: TypeModel;
  readonly resolved: Resolved;
  /** Gives the file that they all stand in, and nothing else does. */
  readonly newModule: (words: readonly string[]) => string;
}

export function planHeaders(
  operations: readonly Operation[],
  names: readonly OperationName[],
  context: Context,
): ResponseHeaders {
  const propertiesOf = (responses: readonly Response[]) =>
    mergeHeaders(
      responses.flatMap(({ headers }) => headers),
      context,
    );
  const sets = collect(operations, names, propertiesOf);
  const module =
    sets.size === 0 ? "" : context.newModule(["response", "headers"]);
  const declared = new Map(
    [...sets].map(([key, set]) => [key, declare(set, module, context.model)]),
  );
  return {
    declarations: [...declared.values()],
    of: (responses) => declared.get(keyOf(propertiesOf(responses)))?.name,
  };
}

/** The sets of all operations, each once. */
function collect(
  operations: readonly Operation[],
  names: readonly OperationName[],
  propertiesOf: (responses: readonly Response[]) => HeaderSet["properties"],
): ReadonlyMap<string, HeaderSet> {
  const sets = new Map<string, HeaderSet>();
  for (const [index, operation] of operations.entries()) {
    const { name = "" } = names[index] ?? {};
    const base = name.charAt(0).toUpperCase() + name.slice(1);
    const add = (responses: readonly Response[], own: string) => {
      const properties = propertiesOf(responses);
      if (properties.length === 0) return;
      const key = keyOf(properties);
      const known = sets.get(key) ?? { properties, own, operations: new Set() };
      sets.set(key, known);
      known.operations.add(operation);
    };
    const [successes, failures] = outcomes(operation);
    add(successes, `${base}Headers`);
    for (const response of failures)
      add([response], `${base}${statusName(response.status)}Headers`);
  }
  return sets;
}

/** What a call resolves with, and what it fails with. */
function outcomes(
  operation: Operation,
): readonly [successes: readonly Response[], failures: readonly Response[]] {
  const { responses } = operation;
  const successes = responses.filter(isSuccess(operation));
  const failures = responses.filter(
    (response) =>
      !successes.includes(response) && !response.status.startsWith("1"),
  );
  return [successes, failures];
}

/** Two sets are the same where their types are; whose words describe them does not matter. */
const keyOf = (properties: readonly PropertyPlan[]): string =>
  JSON.stringify(properties.map(({ name, type }) => [name, type]));

/** Each header once; one that responses describe differently is any text. */
function mergeHeaders(
  headers: readonly Header[],
  context: Context,
): readonly PropertyPlan[] {
  const byName = Map.groupBy(headers, ({ name }) => name.toLowerCase());
  return [...byName.values()].flatMap((several) => {
    const [first] = several;
    if (first === undefined) return [];
    const types = several.map(({ schema }) => textType(schema, context));
    const isSame =
      new Set(types.map((type) => JSON.stringify(type))).size === 1;
    return [
      {
        name: first.name,
        optional: false,
        readonly: false,
        origin: first.origin,
        type: (isSame ? types[0] : undefined) ?? {
          kind: "keyword",
          keyword: "string",
        },
        docs: {
          description: first.description,
          deprecated: first.deprecated,
        },
      },
    ];
  });
}

function declare(
  { own, operations, properties }: HeaderSet,
  module: string,
  model: TypeModel,
): InterfaceDeclaration {
  const common = commonWords(properties.map(({ name }) => words(name)));
  const suggestions =
    operations.size === 1
      ? [own]
      : [
          ...(common.length === 0 ? [] : [typeName([...common, "headers"])]),
          `${prefixOf([...operations])}ResponseHeaders`,
        ];
  return {
    kind: "interface",
    name: {
      name: model.registry.claim(suggestions),
      module,
      typeOnly: true,
    },
    extends: [],
    properties,
    index: undefined,
    docs: {},
  };
}

/** `X-RateLimit-Limit` and `X-RateLimit-Reset` are about the rate limit. */
function commonWords(names: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = names.map((name) =>
    name[0] === "x" ? name.slice(1) : name,
  );
  const end = first.findIndex((word, index) =>
    others.some((other) => other[index] !== word),
  );
  return end === -1 ? first : first.slice(0, end);
}
