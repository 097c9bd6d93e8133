import { relative, resolve, sep } from "node:path";
import type { Job } from "./jobs.ts";
import { UsageError } from "../config/usage-error.ts";

/** Two clients in one folder, or one in another's, would take each other's files for left over. */
export function refuseSharedFolders(
  jobs: readonly Job[],
  folder: string,
): void {
  for (const [at, one] of jobs.entries()) {
    const shared = jobs
      .slice(at + 1)
      .find((other) => isShared(one, other, folder));
    if (shared === undefined) continue;
    throw new UsageError(
      `clients ${one.name} and ${shared.name} write to ${one.call.output} and ${shared.call.output}: the same folder, or one in the other`,
      "give each client an output folder of its own, beside the others",
    );
  }
}

function isShared(one: Job, other: Job, folder: string): boolean {
  const [a, b] = [one, other].map(({ call }) =>
    resolve(folder, call.output ?? ""),
  ) as [string, string];
  return isWithin(a, b) || isWithin(b, a);
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return (
    way !== ".." && !way.startsWith(`..${sep}`) && resolve(outer, way) === inner
  );
}

export const noClient = (name: string, known: readonly string[]): UsageError =>
  new UsageError(
    `the config has no client ${name}`,
    `clients are ${known.join(", ")}`,
  );

/** The clients that `--client` names, in the order of the config; all of them without it. */
export function chooseClients(
  jobs: readonly Job[],
  names: readonly string[] | undefined,
): readonly Job[] {
  const known = jobs.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw noClient(unknown, known);
  return names === undefined
    ? jobs
    : jobs.filter(({ name }) => names.includes(name));
}
