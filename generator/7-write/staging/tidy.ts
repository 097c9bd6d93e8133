import { readdirSync } from "node:fs";
import { realpath } from "node:fs/promises";
import type { Recovered } from "./recover.ts";
import { stagingName } from "./staging-name.ts";

/**
 * Brings to its end what a run that was cut short left in a folder, and waits for one that is at work. Costs a look
 * at the folder where there is neither.
 */
export async function tidy(folder: string): Promise<Recovered | undefined> {
  if (!isUntidy(folder)) return undefined;
  const { hold } = await import("./hold.ts");
  const { recovered, release } = await hold(await realpath(folder));
  await release();
  return recovered;
}

/** Whether a run is at work in a folder, or was cut short there. */
export function isUntidy(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.startsWith(stagingName));
  } catch {
    return false;
  }
}
