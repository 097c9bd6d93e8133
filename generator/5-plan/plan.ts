import type { Report } from "../diagnostics/diagnostic.ts";
import type { ClientPlan, OperationFile } from "../ir/client-plan.ts";
import type { Api, Operation } from "../ir/openapi.ts";
import type { Resolved } from "../ir/resolved.ts";
import type { TypeId } from "../ir/type-graph.ts";
import type { GenerateOptions } from "../options.ts";
import { createModules } from "./names/file-name.ts";
import { nameOperations, type OperationName } from "./names/operation-names.ts";
import { createRegistry, reservedNames } from "./names/registry.ts";
import { words } from "./names/words.ts";
import { planOperation } from "./operations/plan-operation.ts";
import { planClient, usableSecurity } from "./plan-client.ts";
import { findBases } from "./types/bases.ts";
import { declareTypes } from "./types/declare.ts";
import { errorFamilies, unionFamilies } from "./types/families.ts";
import { takeInventory } from "./types/inventory.ts";
import { createTypeModel } from "./types/model.ts";
import { nameTypes } from "./types/name-types.ts";
import { readUsage } from "./types/usage.ts";

/**
 * 5-plan
 * Before: types and operations, nothing named. After: everything that will be written, with its
 * final name and file. Names are claimed here and nowhere else.
 */
export function plan(api: Api, resolved: Resolved, options: GenerateOptions, report: Report): ClientPlan {
  const registry = createRegistry(reservedNames);
  const operationNames = nameOperations(api.operations, options.rename ?? {}, registry, report);
  const inventory = takeInventory(api, resolved);
  const usage = readUsage(resolved.types, ...rootTypes(api, resolved), (type) => inventory.variantOf.has(type) && inventory.isNamed(type));
  const names = nameTypes({ api, resolved, inventory, operationNames, registry });
  const model = createTypeModel(inventory, usage, names, registry, {
    openUnions: options.unions?.open ?? true,
    openEnums: options.enums === "open",
  });
  const families = [
    ...unionFamilies(names, model),
    ...errorFamilies(api.operations, operationNames, resolved, names, model),
  ];
  const bases = findBases(families, model, names.moduleOf);
  return {
    origin: originOf(api),
    title: api.title,
    version: api.version,
    description: api.description,
    client: planClient(api, report),
    typeFiles: declareTypes(names, bases, model),
    operationFiles: groupByTag(api.operations).map(({ tag, module, members }): OperationFile => ({
      module,
      tag,
      operations: members.flatMap((index) => {
        const operation = api.operations[index] as Operation;
        const security = usableSecurity(operation, api, report);
        const context = { resolved, model, module, report, security };
        return planOperation(operation, operationNames[index] as OperationName, context) ?? [];
      }),
    })),
  };
}

const originOf = ({ source, title, version }: Api): string =>
  `${source} (${[title, version].filter((part) => part !== "").join(" ")})`;

function rootTypes(api: Api, { typeOf }: Resolved): [outputs: readonly TypeId[], inputs: readonly TypeId[]] {
  const types = (media: readonly { readonly schema: Parameters<typeof typeOf.get>[0] | undefined }[]) =>
    media.flatMap(({ schema }) => (schema === undefined ? [] : (typeOf.get(schema) ?? [])));
  return [
    api.operations.flatMap((operation) => operation.responses.flatMap((response) => types(response.content))),
    api.operations.flatMap((operation) => [...types(operation.parameters), ...types(operation.requestBody?.content ?? [])]),
  ];
}

interface Group {
  readonly tag: string | undefined;
  readonly module: string;
  readonly members: readonly number[];
}

/** One file for each first tag; operations without one stand together. */
function groupByTag(operations: readonly Operation[]): readonly Group[] {
  const byTag = new Map<string | undefined, number[]>();
  for (const [index, operation] of operations.entries()) {
    const [tag] = operation.tags;
    byTag.set(tag, [...(byTag.get(tag) ?? []), index]);
  }
  const modules = createModules();
  return [...byTag].map(([tag, members]) => {
    const parts = words(tag ?? "");
    return { tag, members, module: modules.claim("operations", parts.length > 0 ? parts : ["default"]) };
  });
}
