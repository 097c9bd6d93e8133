import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Explanation } from "./explain/explanation.ts";
import { isError } from "./diagnostics/diagnostic.ts";
import type { SourceText } from "./ir/source.ts";
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
  readonly sources: readonly SourceText[];
}

/** Says how each union was told apart, what became of each `allOf`, each rule for pages, and why. Writes nothing. */
export async function explain(
  input: string,
  { cwd = process.cwd(), ...options }: ExplainCall = {},
): Promise<Explained> {
  const { understand } = await import("./understand.ts");
  const { explainApi } = await import("./explain/explain-api.ts");
  const { placesIn } = await import("./explain/places.ts");
  const { made, ...found } = await understand(input, { ...options, cwd });
  if (made === undefined)
    return { ...found, ok: false, explanation: undefined };
  const { diagnostics, sources } = found;
  const placeOf = await placesIn(sources);
  const explanation = explainApi({ ...made, diagnostics, placeOf });
  return { ...found, ok: !diagnostics.some(isError), explanation };
}
