import { isError } from "./diagnostics/diagnostic.ts";
import type { Diff, DiffSide } from "./diff/finding.ts";
import { packageOptions, type GenerateOptions } from "./options.ts";

export interface DiffCall extends GenerateOptions {
  /** What paths are relative to. Default: the working directory. */
  readonly cwd?: string;
}

export interface DiffResult {
  /** Whether both descriptions could be compiled. */
  readonly ok: boolean;
  /** `undefined` where they could not. */
  readonly diff: Diff | undefined;
  /** What the client of the new description is called by, as a package; `undefined` where there is none. */
  readonly version: string | undefined;
  readonly old: DiffSide;
  readonly new: DiffSide;
}

/**
 * Says what the change from one description to another means to callers of the client: each change with its
 * judgement, and the semantic version that they ask for. Inputs are what `generate` takes, and
 * `git:REV:path`, a file of a revision. Writes nothing but, for such an input, a temporary folder.
 */
export async function diff(
  old: string,
  now: string,
  { cwd = process.cwd(), ...options }: DiffCall = {},
): Promise<DiffResult> {
  const { understandInput } = await import("./diff/understand-input.ts");
  const { diffClients } = await import("./diff/diff-clients.ts");
  const { packageVersion } =
    await import("./6-emit/package/package-version.ts");
  const before = await understandInput(old, { ...options, cwd });
  const after = await understandInput(now, { ...options, cwd });
  const sides = { old: before.side, new: after.side };
  const isFine = [before, after].every(
    ({ side }) => !side.diagnostics.some(isError),
  );
  if (!isFine || before.client === undefined || after.client === undefined)
    return { ...sides, ok: false, diff: undefined, version: undefined };
  const found = diffClients(
    { client: before.client, placeOf: before.placeOf },
    { client: after.client, placeOf: after.placeOf },
  );
  const { version: said } = packageOptions(options.package ?? "");
  const version = packageVersion(said, after.client.version);
  return { ...sides, ok: true, diff: found, version };
}
