import type { ClientPlan } from "../ir/client-plan.ts";
import type { EmittedFile } from "../ir/emitted-file.ts";
import type { PackageOptions } from "../options.ts";

/** Stands in until packages are emitted. */
export function emitPackage(files: readonly EmittedFile[], _plan: ClientPlan, _options: string | PackageOptions): readonly EmittedFile[] {
  return files;
}
