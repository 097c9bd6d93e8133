import type { Origin } from "../diagnostics/origin.ts";
import type { Docs, Name, TypeFile } from "./declaration-plan.ts";
import type { OperationFile } from "./operation-plan.ts";
import type { TypeId } from "./type-graph.ts";

/**
 * Everything that will be written, with its final names and files, as data. Emitting it needs no
 * decision any more, and cannot find a fault in the description.
 */
export interface ClientPlan {
  /** "specs/quo/openapi.yaml (Quo Public API 1.0.0)". */
  readonly origin: string;
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  readonly client: ClientFile;
  readonly typeFiles: readonly TypeFile[];
  readonly operationFiles: readonly OperationFile[];
  /** What the types of the graph came to be called. Nothing is written from it: it is for `explain`. */
  readonly named: ReadonlyMap<TypeId, NamedType>;
}

/** A declared type, or a union. */
export interface NamedType {
  /** `undefined` where the type has no declaration, and is written out. */
  readonly name: Name | undefined;
  /** Whether a response leads there. */
  readonly received: boolean;
  /** The property that the client adds to the variants. */
  readonly tag: string | undefined;
  /** What the variants of a union are called, in their order. */
  readonly labels: readonly string[];
}

export interface ClientFile {
  /** `undefined` where `createClient` requires one. */
  readonly baseUrl: string | undefined;
  readonly serverVariables: readonly {
    readonly name: string;
    readonly default: string | undefined;
    readonly enum: readonly string[] | undefined;
    readonly description: string | undefined;
    /** Whether `createClient` has to be given it, as the default makes no URL. */
    readonly required: boolean;
  }[];
  readonly schemes: readonly SchemePlan[];
}

export interface SchemePlan {
  /** The scheme's name in the description. */
  readonly name: string;
  /** Its option of `createClient`. */
  readonly option: string;
  /** Under `auth`, because the option's name is taken. */
  readonly nested: boolean;
  readonly required: boolean;
  readonly credential: "Credential" | "BasicCredential";
  readonly apply: Name;
  /** What `apply` takes before the credential: a header's name, a scheme. */
  readonly argument: string | undefined;
  readonly docs: Docs;
  readonly origin: Origin;
}
