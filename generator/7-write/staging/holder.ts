import { hash } from "node:crypto";
import { hostname } from "node:os";

/** Which process holds a folder, as it stands in a file's name: `<machine>-<pid>-<second it was started>`. */
export type Holder = string;

const machine = hash("sha256", hostname(), "hex").slice(0, 8);
const startedAt = Math.round(Date.now() / 1000 - process.uptime());

export const thisProcess: Holder = `${machine}-${process.pid}-${startedAt}`;

/** What no process is: for a folder that whoever comes next may take over. */
export const nobody: Holder = "nobody";

/** Longer than any client takes to be written: what another machine has not touched since is left over. */
const patienceMs = 60_000;

/** Whether a holder may still be at work. */
export function isAlive(holder: Holder, touchedAt: number): boolean {
  const [, host, pid, started] =
    /^([0-9a-f]{8})-(\d+)-(\d+)$/.exec(holder) ?? [];
  if (host === undefined) return false;
  if (host !== machine) return Date.now() - touchedAt < patienceMs;
  // Containers number their processes alike: an earlier one had this number, unless it began when this one did.
  if (Number(pid) === process.pid)
    return Math.abs(Number(started) - startedAt) <= 2;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** For people. */
export const pidOf = (holder: Holder): string => holder.split("-")[1] ?? "";
