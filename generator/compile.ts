import { resolve } from "node:path";
import { emit, type EmitModules } from "./6-emit/emit.ts";
import { emitPackage } from "./6-emit/package/emit-package.ts";
import {
  startEmitThread,
  type EmitThread,
} from "./6-emit/thread/emit-thread.ts";
import { format } from "./7-write/format.ts";
import {
  importExtension,
  type ImportExtension,
} from "./7-write/import-extension.ts";
import { isError } from "./diagnostics/diagnostic.ts";
import type { ClientPlan } from "./ir/client-plan.ts";
import type { EmittedFile } from "./ir/emitted-file.ts";
import type { SourceText } from "./ir/source.ts";
import { packageOptions, type GenerateOptions } from "./options.ts";
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
  /** How relative imports end, and what said so. */
  readonly imports: ImportExtension | undefined;
}

export interface CompileOptions extends UnderstandOptions {
  /** Given each file as soon as its text is final; none, if the description has an error. */
  readonly onFile?: ((file: EmittedFile) => Promise<void>) | undefined;
}

/** Characters of a description from which on starting a thread costs less than it saves. */
const large = 2_000_000;

/** Compiles one API description into the files of a client. Reads the disk; writes nothing. */
export async function compile(
  entry: string,
  options: CompileOptions,
): Promise<Compiled> {
  let thread: EmitThread | undefined;
  const onRead = ({ text }: SourceText): void => {
    if (text.length >= large) thread ??= startEmitThread();
  };
  try {
    const { made, ...found } = await understand(entry, { ...options, onRead });
    if (made === undefined)
      return { ...found, files: [], summary: undefined, imports: undefined };
    const isFine = !found.diagnostics.some(isError);
    const imports = importsOf(options);
    const files = await print(
      made.client,
      { ...options, importExtension: imports.extension },
      {
        emitModules: thread?.emitModules,
        onFile: isFine ? options.onFile : undefined,
      },
    );
    const summary = summarise(made.client, made.resolved);
    return { ...found, files, summary, imports };
  } finally {
    await thread?.stop();
  }
}

/** Of a package whatever is asked: for JSR as Deno resolves them, else as Node does. Sources are built as their folder is. */
function importsOf(options: UnderstandOptions): ImportExtension {
  const { cwd, importExtension: named, output } = options;
  if (options.package !== undefined) {
    const { jsr } = packageOptions(options.package);
    return { extension: jsr === true ? ".ts" : ".js", by: undefined };
  }
  if (named !== undefined) return { extension: named, by: undefined };
  return output === undefined
    ? { extension: ".js", by: undefined }
    : importExtension(resolve(cwd, output));
}

interface PrintOptions {
  readonly emitModules?: EmitModules | undefined;
  readonly onFile?: CompileOptions["onFile"];
}

/** From a plan to laid-out text. No fault in a description is left to be found. */
export async function print(
  client: ClientPlan,
  options: GenerateOptions,
  { emitModules, onFile }: PrintOptions = {},
): Promise<readonly EmittedFile[]> {
  const printed = emit(client, options.importExtension ?? ".js", emitModules);
  return format(
    options.package === undefined
      ? printed
      : emitPackage(printed, client, options.package),
    onFile,
  );
}

export type { EmittedFile } from "./ir/emitted-file.ts";
export type { Summary } from "./summary.ts";
