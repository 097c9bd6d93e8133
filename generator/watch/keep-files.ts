/** What to watch after a run: one that failed may not have come to every file whose change would mend it. */
export const keepFiles = (
  files: readonly string[],
  before: ReadonlySet<string> | undefined,
  ok: boolean,
): ReadonlySet<string> => new Set(ok ? files : [...files, ...(before ?? [])]);
