import { applyOverlays, load } from "./1-load/index.ts";
import { bundle } from "./2-bundle/bundle.ts";
import { normalise } from "./3-normalise/normalise.ts";
import { resolve } from "./4-resolve/resolve.ts";
import { plan } from "./5-plan/plan.ts";
import { emit } from "./6-emit/emit.ts";
import { emitPackage } from "./6-emit/package/emit-package.ts";
import { format } from "./7-write/format.ts";
import { collect, type Diagnostic } from "./diagnostics/diagnostic.ts";
import type { ClientPlan } from "./ir/client-plan.ts";
import type { EmittedFile } from "./ir/emitted-file.ts";
import type { Api } from "./ir/openapi.ts";
import type { Resolved } from "./ir/resolved.ts";
import type { Source } from "./ir/source.ts";
import type { GenerateOptions } from "./options.ts";
import { summarise, type Summary } from "./summary.ts";

export interface Compiled {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, for rendering diagnostics. */
  readonly sources: readonly Source[];
  /** `undefined` where the description could not be read. */
  readonly summary: Summary | undefined;
}

export interface CompileOptions extends GenerateOptions {
  /** What paths are relative to. */
  readonly cwd: string;
  /** Is shown what the phases made, before it is printed: for measuring and explaining. */
  readonly observe?: (made: Made) => void;
}

/** What stands between the phases. */
export interface Made {
  readonly api: Api;
  readonly resolved: Resolved;
  readonly client: ClientPlan;
}

/** Compiles one API description into the files of a client. Reads the disk; writes nothing. */
export async function compile(
  entry: string,
  options: CompileOptions,
): Promise<Compiled> {
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const report = collect(diagnostics);
  const context = {
    cwd: options.cwd,
    report,
    keep: (source: Source) => sources.push(source),
  };

  const source = await load(entry, context);
  if (source === undefined)
    return { files: [], diagnostics, sources, summary: undefined };
  const overlaid = await applyOverlays(source, options.overlays ?? [], context);
  const bundled = await bundle(overlaid, {
    ...context,
    allowRefs: options.allowRefs,
  });
  const api = normalise(bundled, report);
  const resolved = resolve(api, report);
  const client = plan(api, resolved, options, report);
  options.observe?.({ api, resolved, client });
  const printed = emit(client, options.importExtension ?? ".js");
  const packaged =
    options.package === undefined
      ? printed
      : emitPackage(printed, client, options.package);
  const files = await format(packaged);

  return { files, diagnostics, sources, summary: summarise(client, resolved) };
}

export type { EmittedFile } from "./ir/emitted-file.ts";
export type { Summary } from "./summary.ts";
