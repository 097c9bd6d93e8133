import type { Report } from "../diagnostics/diagnostic.ts";
import type { ClientPlan } from "../ir/client-plan.ts";
import type { Docs, TypeFile } from "../ir/declaration-plan.ts";
import type { OperationFile } from "../ir/operation-plan.ts";
import { directionsOf } from "../ir/directions.ts";
import type { Api, Operation, Tag } from "../ir/openapi.ts";
import type { Resolved } from "../ir/resolved.ts";
import type { SchemaId } from "../ir/schema-graph.ts";
import type { GenerateOptions } from "../options.ts";
import { planIncoming } from "./incoming/plan-incoming.ts";
import { createModules } from "./names/file-name.ts";
import { nameIncoming } from "./names/incoming-names.ts";
import { nameOperations, type OperationName } from "./names/operation-names.ts";
import { createRegistry, reservedNames } from "./names/registry.ts";
import { words } from "./names/words.ts";
import { linkTargets } from "./operations/plan-links.ts";
import { formOnlyTypes } from "./operations/form-only-types.ts";
import { planOperation } from "./operations/plan-operation.ts";
import {
  planHeaders,
  type ResponseHeaders,
} from "./operations/response-headers.ts";
import { planRepetition } from "./operations/repetition.ts";
import { documentServer } from "./document-server.ts";
import { planClient, usableSecurity } from "./plan-client.ts";
import { declaredBy } from "./pages/declared-by.ts";
import { findBases } from "./types/bases.ts";
import { declareTypes } from "./types/declare.ts";
import { errorFamilies, unionFamilies } from "./types/families.ts";
import { takeInventory } from "./types/inventory.ts";
import { createTypeModel } from "./types/model.ts";
import { nameTypes } from "./types/name-types.ts";
import { namedTypes } from "./types/named-types.ts";
import { reportMovedTags } from "./types/report-moved-tags.ts";
import { reportUntagged } from "./types/report-untagged.ts";
import { readUsage } from "./types/usage.ts";

export interface PlanOptions extends GenerateOptions {
  /** Tags that the client added to unions before: kept where the wire has none of that name. */
  readonly pinnedTags?: ReadonlyMap<string, string> | undefined;
  /** Given files of types, and then files of operations, in their order and as soon as they are final. */
  readonly onPart?: ((part: PlannedPart) => void) | undefined;
}

/** Some files of a plan, while others are still to come. */
export type PlannedPart = Pick<ClientPlan, "origin"> &
  Partial<Pick<ClientPlan, "typeFiles" | "operationFiles">>;

/** Files of types that are handed over together: most are small. */
const together = 16;

/**
 * 5-plan
 * Before: types and operations, nothing named. After: everything that will be written, with its
 * final name and file. Names are claimed here and nowhere else.
 */
export function plan(
  api: Api,
  resolved: Resolved,
  options: PlanOptions,
  report: Report,
): ClientPlan {
  const registry = createRegistry(reservedNames);
  const operationNames = nameOperations(
    api,
    options.rename ?? {},
    registry,
    report,
  );
  const incomingNames = nameIncoming(api, operationNames, registry);
  const inventory = takeInventory(api, resolved);
  const addTags = options.unions?.tag ?? true;
  const openUnions = options.unions?.open ?? true;
  const { received, sent } = directionsOf(api);
  const typesOf = (schemas: readonly SchemaId[]) =>
    schemas.flatMap((schema) => resolved.typeOf.get(schema) ?? []);
  const usage = readUsage(resolved.types, typesOf(received), typesOf(sent), {
    addTags,
    openUnions,
    isOwnVariant: (type) =>
      inventory.variantOf.has(type) && inventory.isNamed(type),
    same: inventory.same,
  });
  const named = nameTypes({
    api,
    resolved,
    inventory,
    exchangeNames: [...operationNames, ...incomingNames],
    registry,
    report,
  });
  const forms = formOnlyTypes(api, resolved, inventory);
  const names = {
    ...named,
    names: new Map([...named.names].filter(([type]) => !forms.has(type))),
  };
  const model = createTypeModel(inventory, usage, names, registry, {
    openUnions,
    openEnums: options.enums === "open",
    addTags,
    pinnedTags: options.pinnedTags ?? new Map(),
  });
  reportMovedTags(model, report);
  reportUntagged(model, report);
  const families = [
    ...unionFamilies(names, model),
    ...errorFamilies(api.operations, operationNames, resolved, names, model),
  ];
  const bases = findBases(families, model, names.moduleOf);
  const context = { model, report, resolved };
  const headers = planHeaders(api.operations, operationNames, {
    ...context,
    newModule: names.newModule,
  });
  const targetOf = linkTargets(api, operationNames);
  const declaredPages = declaredBy(api, options.pagination ?? {}, report);
  const repetitionOf = planRepetition(api, options.idempotencyKey, report);
  const queryKeys = api.securitySchemes.flatMap((scheme) =>
    scheme.kind === "apiKey" && scheme.in === "query" ? [scheme.parameter] : [],
  );
  const incoming = planIncoming(api, operationNames, incomingNames, context);
  const origin = originOf(api);
  const hand = (part: Omit<PlannedPart, "origin">) =>
    options.onPart?.({ origin, ...part });
  const typeFiles: TypeFile[] = [];
  let handed = 0;
  const handTypes = (): void => {
    hand({ typeFiles: typeFiles.slice(handed) });
    handed = typeFiles.length;
  };
  for (const file of declareTypes(names, bases, model)) {
    typeFiles.push(file);
    if (typeFiles.length - handed >= together) handTypes();
  }
  typeFiles.push(...headerFiles(headers), ...incoming);
  handTypes();
  const client = planClient(api, report);
  const operationFiles = groupByTag(api).map(
    ({ docs, module, members }): OperationFile => {
      const operations = members.flatMap((index) => {
        const operation = api.operations[index] as Operation;
        const security = usableSecurity(operation, api, report);
        return (
          planOperation(operation, operationNames[index] as OperationName, {
            ...context,
            documentServer: documentServer(api),
            headers,
            module,
            declaredPages,
            queryKeys,
            repetitionOf,
            security,
            targetOf,
          }) ?? []
        );
      });
      const file = { module, docs, operations };
      hand({ operationFiles: [file] });
      return file;
    },
  );
  return {
    origin,
    title: api.title,
    version: api.version,
    description: api.description,
    client,
    typeFiles,
    operationFiles,
    named: namedTypes(model),
  };
}

/** All of them stand in one file. */
const headerFiles = ({
  declarations,
}: ResponseHeaders): readonly TypeFile[] => {
  const [first] = declarations;
  return first === undefined
    ? []
    : [{ module: first.name.module, declarations }];
};

/** The description as a reader of the client knows it: never a path outside the project. */
function originOf({ source, title, version }: Api): string {
  const isOutside = /^(\.\.\/|\/|[A-Za-z]:)/.test(source);
  const path = isOutside ? source.split("/").at(-1) : source;
  return `${path} (${[title, version].filter((part) => part !== "").join(" ")})`;
}

interface Group {
  readonly module: string;
  readonly docs: Docs;
  readonly members: readonly number[];
}

/** One file for each first tag; operations without one are grouped by the first word of their path. */
function groupByTag({ operations, tags }: Api): readonly Group[] {
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
      docs: tagDocs(tags.find(({ name }) => name === group)),
      module: modules.claim(
        "operations",
        parts.length > 0 ? parts : ["default"],
      ),
    };
  });
}

/** What is said of a tag; what only repeats its name is not said. */
function tagDocs(tag: Tag | undefined): Docs {
  const isSaid = (text: string | undefined): boolean =>
    text !== undefined && words(text).join() !== words(tag?.name ?? "").join();
  return {
    summary: isSaid(tag?.summary) ? tag?.summary : undefined,
    description: isSaid(tag?.description) ? tag?.description : undefined,
  };
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
