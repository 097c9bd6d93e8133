import type { ClientFile, ClientPlan } from "../ir/client-plan.ts";
import type { Declaration, Docs } from "../ir/declaration-plan.ts";
import type { OperationPlan } from "../ir/operation-plan.ts";
import type { EmittedFile } from "../ir/emitted-file.ts";

/** What one module of a client holds. Plain data, so that another thread can print it. */
export type ModulePlan =
  | { readonly kind: "index"; readonly modules: readonly string[] }
  | {
      readonly kind: "client";
      readonly client: ClientFile;
      readonly title: string;
    }
  | {
      readonly kind: "operations";
      readonly module: string;
      readonly docs: Docs;
      readonly operations: readonly OperationPlan[];
    }
  | {
      readonly kind: "types";
      readonly module: string;
      readonly declarations: readonly Declaration[];
    };

/** What all modules of a client have alike. */
export interface Edition {
  /** The description that it was generated from. */
  readonly origin: string;
  /** What relative imports end in. */
  readonly extension: string;
}

export interface EmittedModule extends EmittedFile {
  /** The modules of the runtime that it imports. */
  readonly uses: readonly string[];
}

/** The modules of a client, those first that are planned first. */
export function modulePlans(plan: ClientPlan): readonly ModulePlan[] {
  const types = partModules({ typeFiles: plan.typeFiles });
  const operations = partModules({ operationFiles: plan.operationFiles });
  const client = {
    kind: "client",
    client: plan.client,
    title: plan.title,
  } as const;
  const names = [
    ...[client, ...operations, ...types].map(moduleName),
    "runtime/index",
    ...(readsEvents(plan) ? ["runtime/streams"] : []),
  ];
  return [...types, ...operations, client, { kind: "index", modules: names }];
}

/** The modules of some files, types first. */
export const partModules = ({
  typeFiles = [],
  operationFiles = [],
}: Partial<
  Pick<ClientPlan, "typeFiles" | "operationFiles">
>): readonly ModulePlan[] => [
  ...typeFiles.map((file) => ({ kind: "types", ...file }) as const),
  ...operationFiles
    .filter(({ operations }) => operations.length > 0)
    .map((file) => ({ kind: "operations", ...file }) as const),
];

/** Whether callers may want to name what event streams give them. */
const readsEvents = ({ operationFiles }: ClientPlan): boolean =>
  operationFiles
    .flatMap(({ operations }) => operations)
    .flatMap(({ request, streamed }) => [
      ...request.responses,
      ...(streamed?.responses ?? []),
    ])
    .flatMap(({ media }) => media)
    .some(({ reader }) => reader === "textEvents" || reader === "jsonEvents");

/** A module, relative to the client's folder, without extension. */
export const moduleName = (of: ModulePlan): string =>
  "module" in of ? of.module : of.kind;
