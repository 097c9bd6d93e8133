import {
  applyOverlays,
  load,
  type InputHeaders,
  type LoadContext,
  type RecordInput,
} from "./1-load/index.ts";
import { bundle } from "./2-bundle/bundle.ts";
import { normalise, reportInt64 } from "./3-normalise/normalise.ts";
import { resolve } from "./4-resolve/resolve.ts";
import { plan, type PlanOptions } from "./5-plan/plan.ts";
import { choose, leavesOut } from "./choose/choose.ts";
import { concerns } from "./choose/concerns.ts";
import { keepChosen } from "./choose/keep-chosen.ts";
import { collect, type Diagnostic } from "./diagnostics/diagnostic.ts";
import type { ClientPlan } from "./ir/client-plan.ts";
import type { Api } from "./ir/openapi.ts";
import type { Resolved } from "./ir/resolved.ts";
import type { SourceText } from "./ir/source.ts";
import type { GenerateOptions } from "./options.ts";

export interface UnderstandOptions extends PlanOptions {
  /** What paths are relative to. */
  readonly cwd: string;
  /** Told of the text of every file, before it is parsed. */
  readonly onText?: LoadContext["onText"];
  readonly record?: RecordInput | undefined;
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
      sources.push({ id, format, text, range });
    },
    onText: options.onText,
    record: options.record,
    headers: headersFor(entry, options.headers),
  });
  if (api === undefined) return { made: undefined, diagnostics, sources };
  const resolved = resolve(api, report);
  const client = plan(
    api,
    resolved,
    // What is left is known once everything is planned.
    leavesOut(options) ? { ...options, onPart: undefined } : options,
    report,
  );

  const whole = { api, resolved, client };
  const choice = choose(api, options, report);
  const made = choice === undefined ? whole : keepChosen(whole, choice);
  const said = diagnostics.filter(
    choice === undefined ? () => true : concerns(made.api, api),
  );
  if (options.int64 !== "string") reportInt64(made.api, collect(said));
  return { made, diagnostics: said, sources };
}

/** Documents are let go of once they are read: they take more memory than what was made of them. */
async function readApi(
  entry: string,
  options: UnderstandOptions,
  context: LoadContext,
): Promise<Api | undefined> {
  const { overlays = [], allowRefs } = options;
  const source = await load(entry, context);
  if (source === undefined) return undefined;
  const overlaid = await applyOverlays(source, overlays, context);
  const bundled = await bundle(overlaid, { ...context, allowRefs });
  return normalise(bundled, context.report, options);
}

/** Only an input that is a URL has an origin to send headers to. */
const headersFor = (
  entry: string,
  fields: GenerateOptions["headers"],
): InputHeaders | undefined =>
  fields !== undefined && URL.canParse(entry)
    ? { origin: new URL(entry).origin, fields }
    : undefined;
