import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { print } from "../../generator/compile.ts";
import type { SchemePlan } from "../../generator/ir/client-plan.ts";
import type { OperationPlan } from "../../generator/ir/operation-plan.ts";
import { understand } from "../../generator/understand.ts";
import type { GenerateOptions } from "../../generator/options.ts";
import type { DocumentOperation } from "./document.ts";
import { pagination } from "./pagination.ts";

/** An emitted function, as the driver calls it: what it must not be called with is for the types to say. */
export type EmittedFunction = (...args: readonly unknown[]) => EmittedCall;

export interface EmittedCall {
  result(): Promise<EmittedResult>;
  toArray(): Promise<unknown[]>;
  pages(): AsyncIterable<unknown>;
}

export type EmittedResult =
  | { readonly ok: true; readonly data: unknown; readonly response: Response }
  | {
      readonly ok: false;
      readonly error: Error & {
        readonly status?: number;
        readonly body?: unknown;
      };
      readonly response: Response | undefined;
    };

/** A generated client, imported, and the plan that says what its functions are called. */
export interface Emitted {
  readonly module: Readonly<Record<string, EmittedFunction>> & {
    readonly createClient: (options: object) => unknown;
    readonly isErrorOf: (operation: unknown, error: unknown) => boolean;
  };
  readonly schemes: readonly SchemePlan[];
  /** Properties that the client adds to variants. */
  readonly tags: ReadonlySet<string>;
  readonly planOf: (operation: DocumentOperation) => OperationPlan | undefined;
}

/** Generates the client of a document into a folder of its own, and imports it. */
export async function emitClient(
  document: string,
  folder: string,
  cwd: string,
): Promise<Emitted> {
  const options: GenerateOptions & { cwd: string; importExtension: ".ts" } = {
    cwd,
    importExtension: ".ts",
    pagination: pagination[dirname(dirname(document))] ?? {},
  };
  const { diagnostics, made } = await understand(document, options);
  if (made === undefined)
    throw new Error(
      diagnostics.map(({ code, origin }) => `${code} ${origin.pointer}`).join(),
    );
  for (const { path, text } of await print(made.client, options)) {
    const target = join(folder, document, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const index = pathToFileURL(join(folder, document, "index.ts")).href;
  const operations = made.client.operationFiles.flatMap(
    (file) => file.operations,
  );
  return {
    module: (await import(/* @vite-ignore */ index)) as Emitted["module"],
    schemes: made.client.client.schemes,
    tags: new Set(
      [...made.client.named.values()].flatMap(({ tag }) => tag ?? []),
    ),
    planOf: ({ method, path }) =>
      operations.find(
        (each) => each.path === path && each.method === method.toUpperCase(),
      ),
  };
}
