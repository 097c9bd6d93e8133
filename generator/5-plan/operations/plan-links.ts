import type { Docs } from "../../ir/declaration-plan.ts";
import type { Json } from "../../ir/source.ts";
import type { Api, Link, Operation } from "../../ir/openapi.ts";
import type { OperationName } from "../names/operation-names.ts";
import type { OperationContext } from "./plan-operation.ts";

/** Finds what a Link leads to: the function of an Operation. */
export type LinkTargets = (link: Link) => string | undefined;

export const linkTargets =
  ({ operations }: Api, names: readonly OperationName[]): LinkTargets =>
  ({ target }) => {
    const index = operations.findIndex(({ operationId, origin }) =>
      typeof target === "object"
        ? target.source === origin.source && target.pointer === origin.pointer
        : target !== undefined && operationId === target,
    );
    return names[index]?.name;
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
      const call = targetOf(link);
      const { description, name, origin, parameters, requestBody } = link;
      if (call === undefined) {
        report("operation/link-target-missing", origin, { name });
        return [];
      }
      const given = [
        ...parameters,
        ...(requestBody === undefined ? [] : [["body", requestBody] as const]),
      ].map(([key, value]) => [unplaced(key), textOf(value)] as const);
      const planned = { name, call, given, description };
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
