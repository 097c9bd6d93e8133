import type { Report } from "../diagnostics/diagnostic.ts";
import type { ClientPlan, OperationFile } from "../ir/client-plan.ts";
import { mediaSchemas } from "../ir/media-schemas.ts";
import type { Api, Operation } from "../ir/openapi.ts";
import type { Resolved } from "../ir/resolved.ts";
import type { SchemaId } from "../ir/schema-graph.ts";
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
import { namedTypes } from "./types/named-types.ts";
import { readUsage } from "./types/usage.ts";

/**
 * 5-plan
 * Before: types and operations, nothing named. After: everything that will be written, with its
 * final name and file. Names are claimed here and nowhere else.
 */
export function plan(
  api: Api,
  resolved: Resolved,
  options: GenerateOptions,
  report: Report,
): ClientPlan {
  const registry = createRegistry(reservedNames);
  const operationNames = nameOperations(
    api,
    options.rename ?? {},
    registry,
    report,
  );
  const inventory = takeInventory(api, resolved);
  const addTags = options.unions?.tag ?? true;
  const [outputs, inputs] = rootTypes(api, resolved);
  const usage = readUsage(resolved.types, outputs, inputs, {
    addTags,
    isOwnVariant: (type) =>
      inventory.variantOf.has(type) && inventory.isNamed(type),
    same: inventory.same,
  });
  const names = nameTypes({
    api,
    resolved,
    inventory,
    operationNames,
    registry,
  });
  const model = createTypeModel(inventory, usage, names, registry, {
    openUnions: options.unions?.open ?? true,
    openEnums: options.enums === "open",
    addTags,
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
    operationFiles: groupByTag(api.operations).map(
      ({ module, members }): OperationFile => ({
        module,
        operations: members.flatMap((index) => {
          const operation = api.operations[index] as Operation;
          const security = usableSecurity(operation, api, report);
          const context = { resolved, model, module, report, security };
          return (
            planOperation(
              operation,
              operationNames[index] as OperationName,
              context,
            ) ?? []
          );
        }),
      }),
    ),
    named: namedTypes(model),
  };
}

/** The description as a reader of the client knows it: never a path outside the project. */
function originOf({ source, title, version }: Api): string {
  const isOutside = /^(\.\.\/|\/|[A-Za-z]:)/.test(source);
  const path = isOutside ? source.split("/").at(-1) : source;
  return `${path} (${[title, version].filter((part) => part !== "").join(" ")})`;
}

function rootTypes(
  api: Api,
  { typeOf }: Resolved,
): [outputs: readonly TypeId[], inputs: readonly TypeId[]] {
  const types = (schemas: readonly SchemaId[]) =>
    schemas.flatMap((schema) => typeOf.get(schema) ?? []);
  return [
    api.operations.flatMap((operation) =>
      operation.responses.flatMap((response) =>
        types(mediaSchemas(response.content)),
      ),
    ),
    api.operations.flatMap((operation) => [
      ...types(operation.parameters.flatMap(({ schema }) => schema ?? [])),
      ...types(mediaSchemas(operation.requestBody?.content ?? [])),
    ]),
  ];
}

interface Group {
  readonly module: string;
  readonly members: readonly number[];
}

/** One file for each first tag; operations without one are grouped by the first word of their path. */
function groupByTag(operations: readonly Operation[]): readonly Group[] {
  const groups = new Map<string, number[]>();
  for (const [index, operation] of operations.entries()) {
    const group = operation.tags[0] ?? pathGroup(operation.path);
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [index]);
    else members.push(index);
  }
  const modules = createModules();
  return [...groups].map(([group, members]) => {
    const parts = words(group);
    return {
      members,
      module: modules.claim(
        "operations",
        parts.length > 0 ? parts : ["default"],
      ),
    };
  });
}

/** `/v1/contacts/{id}` is about contacts. */
const pathGroup = (path: string): string =>
  path
    .split("/")
    .find(
      (segment) =>
        segment !== "" &&
        !segment.startsWith("{") &&
        !/^(api|v\d+)$/i.test(segment),
    ) ?? "";
