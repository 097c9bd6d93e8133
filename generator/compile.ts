import { emit } from "./6-emit/emit.ts";
import { emitPackage } from "./6-emit/package/emit-package.ts";
import { format } from "./7-write/format.ts";
import type { ClientPlan } from "./ir/client-plan.ts";
import type { EmittedFile } from "./ir/emitted-file.ts";
import type { GenerateOptions } from "./options.ts";
import { summarise, type Summary } from "./summary.ts";
import {
  understand,
  type UnderstandOptions,
  type Understood,
} from "./understand.ts";

export interface Compiled extends Omit<Understood, "made"> {
  readonly files: readonly EmittedFile[];
  /** `undefined` where the description could not be read. */
  readonly summary: Summary | undefined;
}

/** Compiles one API description into the files of a client. Reads the disk; writes nothing. */
export async function compile(
  entry: string,
  options: UnderstandOptions,
): Promise<Compiled> {
  const { made, ...found } = await understand(entry, options);
  if (made === undefined) return { ...found, files: [], summary: undefined };
  const files = await print(made.client, options);
  return { ...found, files, summary: summarise(made.client, made.resolved) };
}

/** From a plan to laid-out text. No fault in a description is left to be found. */
export async function print(
  client: ClientPlan,
  options: GenerateOptions,
): Promise<readonly EmittedFile[]> {
  const printed = emit(client, options.importExtension ?? ".js");
  return format(
    options.package === undefined
      ? printed
      : emitPackage(printed, client, options.package),
  );
}

export type { EmittedFile } from "./ir/emitted-file.ts";
export type { Summary } from "./summary.ts";
