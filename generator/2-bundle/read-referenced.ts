import { loadReferenced, type Loaded } from "../1-load/index.ts";
import type { Source } from "../ir/source.ts";
import type { BundleContext } from "./bundle.ts";
import { createPermission, type Permission } from "./permission.ts";
import { refuse, type Refusal, type Replay } from "./refusal.ts";

type ReadOutcome =
  | Refusal
  | { readonly kind: "read"; readonly source: Source; readonly replay: Replay };

/** Documents that one description may be made of; the largest public one has 3,000. */
const documentLimit = 20_000;

/** Reads the documents that references name, where that is allowed. */
export function createReader(entry: Source, context: BundleContext) {
  const permission = createPermission(entry, context);
  let asked = 0;
  const readOne = async (uri: string): Promise<() => Promise<ReadOutcome>> => {
    asked += 1;
    const granted: Awaited<ReturnType<Permission>> =
      asked > documentLimit
        ? refuse(`a description is read from ${documentLimit} files at most`)
        : await permission(uri);
    if (granted.kind !== "granted") return async () => granted;
    const parse = await loadReferenced(granted.path, context);
    return async () => outcomeOf(await parse());
  };
  return {
    /** All are read side by side; what they hold is parsed, and kept, in the order given. */
    async read(
      uris: readonly string[],
    ): Promise<readonly (readonly [string, ReadOutcome])[]> {
      const texts = await Promise.all(uris.map(readOne));
      const outcomes: [string, ReadOutcome][] = [];
      for (const [index, parse] of texts.entries())
        outcomes.push([uris[index] ?? "", await parse()]);
      return outcomes;
    },
  };
}

function outcomeOf({ source, faults }: Loaded): ReadOutcome {
  const replay: Replay = (report, referrer) => {
    for (const fault of faults) fault(report, referrer);
  };
  return source === undefined
    ? { kind: "broken", replay }
    : { kind: "read", source, replay };
}
