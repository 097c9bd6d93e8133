import { applyOverlays, load, type InputHeaders } from "./1-load/index.ts";
import { bundle } from "./2-bundle/bundle.ts";
import { normalise, reportInt64 } from "./3-normalise/normalise.ts";
import { resolve } from "./4-resolve/resolve.ts";
import { plan } from "./5-plan/plan.ts";
import { choose } from "./choose/choose.ts";
import { concerns } from "./choose/concerns.ts";
import { keepChosen } from "./choose/keep-chosen.ts";
import { collect, type Diagnostic } from "./diagnostics/diagnostic.ts";
import type { ClientPlan } from "./ir/client-plan.ts";
import type { Api } from "./ir/openapi.ts";
import type { Resolved } from "./ir/resolved.ts";
import type { Source } from "./ir/source.ts";
import type { GenerateOptions } from "./options.ts";

export interface UnderstandOptions extends GenerateOptions {
  /** What paths are relative to. */
  readonly cwd: string;
}

export interface Understood {
  /** `undefined` where the description could not be read. */
  readonly made: Made | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, for rendering diagnostics. */
  readonly sources: readonly Source[];
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
  const sources: Source[] = [];
  const report = collect(diagnostics);
  const context = {
    cwd: options.cwd,
    report,
    keep: (source: Source) => sources.push(source),
    headers: headersFor(entry, options.headers),
  };

  const source = await load(entry, context);
  if (source === undefined) return { made: undefined, diagnostics, sources };
  const overlaid = await applyOverlays(source, options.overlays ?? [], context);
  const bundled = await bundle(overlaid, {
    ...context,
    allowRefs: options.allowRefs,
  });
  const api = normalise(bundled, report, options);
  const resolved = resolve(api, report);
  const client = plan(api, resolved, options, report);

  const whole = { api, resolved, client };
  const choice = choose(api, options, report);
  const made = choice === undefined ? whole : keepChosen(whole, choice);
  const said = diagnostics.filter(
    choice === undefined ? () => true : concerns(made.api, api),
  );
  if (options.int64 !== "string") reportInt64(made.api, collect(said));
  return { made, diagnostics: said, sources };
}

/** Only an input that is a URL has an origin to send headers to. */
const headersFor = (
  entry: string,
  fields: GenerateOptions["headers"],
): InputHeaders | undefined =>
  fields !== undefined && URL.canParse(entry)
    ? { origin: new URL(entry).origin, fields }
    : undefined;
