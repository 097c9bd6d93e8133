import type { Docs } from "../../ir/declaration-plan.ts";
import type { Json } from "../../ir/source.ts";
import type { Api, Link, Operation } from "../../ir/openapi.ts";
import type { OperationName } from "../names/operation-names.ts";
import type { OperationContext } from "./plan-operation.ts";

/** Finds what a Link leads to: the function of an Operation, and what it asks for. */
export type LinkTargets = (
  link: Link,
) => { readonly call: string; readonly request: string } | undefined;

export const linkTargets =
  ({ operations }: Api, names: readonly OperationName[]): LinkTargets =>
  ({ target }) => {
    const index = operations.findIndex(({ operationId, origin }) =>
      typeof target === "object"
        ? target.source === origin.source && target.pointer === origin.pointer
        : target !== undefined && operationId === target,
    );
    const [operation, name] = [operations[index], names[index]];
    return operation === undefined || name === undefined
      ? undefined
      : { call: name.name, request: `${operation.method} ${operation.path}` };
  };

/** The links of all responses, for the operation's comment (OAS 3.1 §4.8.20). */
export function planLinks(
  { responses }: Operation,
  { report, targetOf }: OperationContext,
): NonNullable<Docs["links"]> {
  const seen = new Set<string>();
  return responses
    .flatMap(({ links }) => links)
    .flatMap((link) => {
      const target = targetOf(link);
      const { description, name, origin, parameters, requestBody } = link;
      if (target === undefined) {
        report("operation/link-target-missing", origin, { name });
        return [];
      }
      const given = [
        ...parameters,
        ...(requestBody === undefined ? [] : [["body", requestBody] as const]),
      ].map(([key, value]) => [unplaced(key), textOf(value)] as const);
      const planned = { name, ...target, given, description };
      const said = JSON.stringify(planned);
      if (seen.has(said)) return [];
      seen.add(said);
      return [planned];
    });
}

/** A parameter may be named with its place: `path.id`. */
const unplaced = (key: string): string =>
  key.replace(/^(path|query|header|cookie)\./, "");

const textOf = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value);
