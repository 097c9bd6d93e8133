import { emit, type EmitModules } from "./6-emit/emit.ts";
import { emitPackage } from "./6-emit/package/emit-package.ts";
import {
  startEmitThread,
  type EmitThread,
} from "./6-emit/thread/emit-thread.ts";
import { tagKey } from "./5-plan/types/union-tag.ts";
import { partModules } from "./6-emit/module-plan.ts";
import { format } from "./7-write/format.ts";
import { importsOf, type ImportExtension } from "./7-write/import-extension.ts";
import { isError } from "./diagnostics/diagnostic.ts";
import { finder } from "./diagnostics/render.ts";
import type { ClientPlan } from "./ir/client-plan.ts";
import type { EmittedFile } from "./ir/emitted-file.ts";
import type { GenerateOptions } from "./options.ts";
import { summarise, type Summary } from "./summary.ts";
import { collectGarbage, makeRoom } from "./util/own-process.ts";
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
  /** The tags that the client adds to unions, by the union's name, or where it was written. */
  readonly tags: ReadonlyMap<string, string>;
}

export interface CompileOptions extends UnderstandOptions {
  /** Given each file as soon as its text is final; none, if the description has an error. */
  readonly onFile?: ((file: EmittedFile) => Promise<void>) | undefined;
}

/** Characters of a description from which on a thread, and room for what is made of it, cost less than they save. */
const large = 2_000_000;

/** Compiles one API description into the files of a client. Reads the disk; writes nothing. */
export async function compile(
  entry: string,
  options: CompileOptions,
): Promise<Compiled> {
  let thread: EmitThread | undefined;
  const onText = (text: string): void => {
    if (text.length < large || thread !== undefined) return;
    makeRoom();
    thread = startEmitThread();
  };
  try {
    const imports = importsOf(options);
    const { extension } = imports;
    const planned = await planClient(entry, {
      ...options,
      onText,
      onPart: ({ origin, ...part }) =>
        thread?.begin(partModules(part), { origin, extension }),
    });
    if (planned.client === undefined) return { ...planned, ...nothing };
    // What is gone by now is not to be added to what layout takes.
    if (thread !== undefined) collectGarbage();
    const { client, ...others } = planned;
    if (thread !== undefined) await lookUp(others);
    const isFine = !others.diagnostics.some(isError);
    const files = await print(
      client,
      { ...options, importExtension: extension },
      {
        emitModules: thread?.emitModules,
        onFile: isFine ? options.onFile : undefined,
      },
    );
    return { ...others, files, imports };
  } finally {
    await thread?.stop();
  }
}

/**
 * Finds where faults are, for which their text is read once more: a thread is printing, and there is time. Who asks later has it
 * at once.
 */
async function lookUp({
  diagnostics,
  sources,
}: Pick<Understood, "diagnostics" | "sources">): Promise<void> {
  const { locator } = await import("./1-load/locate.ts");
  const find = finder({ sources, locator });
  for (const { origin, severity } of diagnostics)
    if (severity !== "info") await find(origin);
}

/** A plan, and what is said of it. What it was made from takes several times its memory, and is let go of. */
async function planClient(entry: string, options: UnderstandOptions) {
  const { made, ...found } = await understand(entry, options);
  if (made === undefined) return { ...found, client: undefined };
  const { client, resolved } = made;
  return {
    ...found,
    client,
    summary: summarise(client, resolved),
    tags: tagsOf(client),
  };
}

const nothing = {
  files: [],
  summary: undefined,
  imports: undefined,
  tags: new Map<string, string>(),
};

const tagsOf = ({ named }: ClientPlan): ReadonlyMap<string, string> =>
  new Map(
    [...named].flatMap(([id, { name, tag }]) =>
      tag === undefined ? [] : [[tagKey(id, name), tag] as const],
    ),
  );

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
