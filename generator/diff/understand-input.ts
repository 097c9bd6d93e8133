import type { Origin } from "../diagnostics/origin.ts";
import { placesIn } from "../explain/places.ts";
import type { ClientPlan } from "../ir/client-plan.ts";
import { understand, type UnderstandOptions } from "../understand.ts";
import type { Place } from "../explain/explanation.ts";
import type { DiffSide } from "./finding.ts";
import { isGitInput, readGitInput } from "./git-input.ts";

export interface UnderstoodInput {
  readonly side: DiffSide;
  /** `undefined` where the description could not be read. */
  readonly client: ClientPlan | undefined;
  readonly placeOf: (origin: Origin) => Place;
}

/** One side of a comparison: a description that `generate` would take, or one of a git revision. */
export async function understandInput(
  input: string,
  options: UnderstandOptions,
): Promise<UnderstoodInput> {
  if (!isGitInput(input)) return sideOf(input, input, options, (id) => id);
  const {
    entry,
    options: there,
    idOf,
    remove,
  } = await readGitInput(input, options);
  try {
    return await sideOf(input, entry, { ...options, ...there }, idOf);
  } finally {
    await remove();
  }
}

async function sideOf(
  input: string,
  entry: string,
  options: UnderstandOptions,
  idOf: (source: string) => string,
): Promise<UnderstoodInput> {
  const { made, diagnostics, sources } = await understand(entry, options);
  const named = sources.map((source) => ({ ...source, id: idOf(source.id) }));
  const rename = (origin: Origin): Origin => ({
    ...origin,
    source: idOf(origin.source),
  });
  const placeOf = await placesIn(named);
  const side: DiffSide = {
    input,
    diagnostics: diagnostics.map((each) => ({
      ...each,
      origin: rename(each.origin),
      related: each.related.map((other) => ({
        ...other,
        origin: rename(other.origin),
      })),
    })),
    sources: named,
  };
  return {
    side,
    client: made?.client,
    placeOf: (origin) => placeOf(rename(origin)),
  };
}
