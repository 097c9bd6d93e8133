/**
 * telltale for build tools. Nothing here prints or exits, and nothing is written unless asked for.
 *
 *     import { generate } from "telltale";
 *     const { diagnostics } = await generate("openapi.yaml", { output: "src/api", write: true });
 */
export { generate, type Generated, type GenerateCall } from "./generate.ts";
export type { Cause } from "./lock/causes.ts";
export { watch } from "./watch/watch.ts";
export type { Watching } from "./watch/rounds.ts";
export { extract, type ExtractCall, type ExtractResult } from "./extract.ts";
export { explain, type ExplainCall, type Explained } from "./explain.ts";
export { diff, type DiffCall, type DiffResult } from "./diff.ts";
export { defineConfig } from "./options.ts";
export type {
  ClientConfig,
  Config,
  GenerateOptions,
  IdempotencyKeyOptions,
  OperationFilter,
  PackageOptions,
  PaginationRule,
  UnionOptions,
} from "./options.ts";
export type * from "./explain/explanation.ts";
export type {
  Diff,
  DiffSide,
  Direction,
  Finding,
  Level,
  Semver,
} from "./diff/finding.ts";
export type { ChangeId } from "./diff/rules.ts";
export type { Compiled, EmittedFile, Summary } from "./compile.ts";
export type { Diagnostic, Related } from "./diagnostics/diagnostic.ts";
export type { Severity } from "./diagnostics/definition.ts";
export type { Origin } from "./diagnostics/origin.ts";
export type { Source, SourceText } from "./ir/source.ts";
export type { ImportExtension } from "./7-write/import-extension.ts";
export type { Recovered, Written } from "./7-write/index.ts";
