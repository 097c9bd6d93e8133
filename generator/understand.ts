import { applyOverlays, load, type LoadContext } from "./1-load/index.ts";
import { bundle } from "./2-bundle/bundle.ts";
import { normalise } from "./3-normalise/normalise.ts";
import { resolve } from "./4-resolve/resolve.ts";
import { plan } from "./5-plan/plan.ts";
import { collect, type Diagnostic } from "./diagnostics/diagnostic.ts";
import type { ClientPlan } from "./ir/client-plan.ts";
import type { Api } from "./ir/openapi.ts";
import type { Resolved } from "./ir/resolved.ts";
import type { SourceText } from "./ir/source.ts";
import type { GenerateOptions } from "./options.ts";

export interface UnderstandOptions extends GenerateOptions {
  /** What paths are relative to. */
  readonly cwd: string;
  /** Told of every file that is read, as soon as it is. */
  readonly onRead?: (source: SourceText) => void;
}

export interface Understood {
  /** `undefined` where the description could not be read. */
  readonly made: Made | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, for rendering diagnostics. */
  readonly sources: readonly SourceText[];
}

/** What the phases made of a description, with nothing printed yet. */
export interface Made {
  readonly api: Api;
  readonly resolved: Resolved;
  readonly client: ClientPlan;
}

/** From a path to a plan: all that can find a fault in a description. Reads the disk; writes nothing. */
export async function understand(
  entry: string,
  options: UnderstandOptions,
): Promise<Understood> {
  const diagnostics: Diagnostic[] = [];
  const sources: SourceText[] = [];
  const report = collect(diagnostics);
  const api = await readApi(entry, options, {
    cwd: options.cwd,
    report,
    keep({ id, format, text, range }) {
      const source = { id, format, text, range };
      sources.push(source);
      options.onRead?.(source);
    },
  });
  if (api === undefined) return { made: undefined, diagnostics, sources };
  const resolved = resolve(api, report);
  const client = plan(api, resolved, options, report);
  return { made: { api, resolved, client }, diagnostics, sources };
}

/** Documents are let go of once they are read: they take more memory than what was made of them. */
async function readApi(
  entry: string,
  { overlays = [], allowRefs }: UnderstandOptions,
  context: LoadContext,
): Promise<Api | undefined> {
  const source = await load(entry, context);
  if (source === undefined) return undefined;
  const overlaid = await applyOverlays(source, overlays, context);
  const bundled = await bundle(overlaid, { ...context, allowRefs });
  return normalise(bundled, context.report);
}
