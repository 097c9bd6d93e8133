import { collect, type Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Explanation } from "./explain/explanation.ts";
import { isError } from "./generate.ts";
import type { Source } from "./ir/source.ts";
import type { GenerateOptions } from "./options.ts";

export interface ExplainCall extends GenerateOptions {
  /** What paths are relative to. Default: the working directory. */
  readonly cwd?: string;
}

export interface Explained {
  /** Whether the description could be compiled. */
  readonly ok: boolean;
  /** `undefined` where the description could not be read. */
  readonly explanation: Explanation | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly Source[];
}

/** Says how each union was told apart, what became of each `allOf`, each rule for pages, and why. Writes nothing. */
export async function explain(
  input: string,
  { cwd = process.cwd(), ...options }: ExplainCall = {},
): Promise<Explained> {
  const { plan } = await import("./5-plan/plan.ts");
  const { resolve } = await import("./4-resolve/resolve.ts");
  const { normalise } = await import("./3-normalise/normalise.ts");
  const { bundle } = await import("./2-bundle/bundle.ts");
  const { applyOverlays, load } = await import("./1-load/index.ts");
  const { explainApi } = await import("./explain/explain-api.ts");
  const { placesIn } = await import("./explain/places.ts");
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const report = collect(diagnostics);
  const context = {
    cwd,
    report,
    keep: (source: Source) => sources.push(source),
  };

  const source = await load(input, context);
  if (source === undefined)
    return { ok: false, explanation: undefined, diagnostics, sources };
  const overlaid = await applyOverlays(source, options.overlays ?? [], context);
  const bundled = await bundle(overlaid, {
    ...context,
    allowRefs: options.allowRefs,
  });
  const api = normalise(bundled, report);
  const resolved = resolve(api, report);
  const client = plan(api, resolved, options, report);
  const placeOf = await placesIn(sources);
  const explanation = explainApi({
    api,
    resolved,
    client,
    diagnostics,
    placeOf,
  });

  const ok = !diagnostics.some(isError);
  return { ok, explanation, diagnostics, sources };
}
