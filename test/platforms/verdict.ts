import type { Outcome } from "./acceptance/protocol.ts";
import { knownFailures } from "./known-failures.ts";

/** What is not as it is written down, one line for each case. */
export function unexpected(
  platform: string,
  outcomes: readonly Outcome[],
  known: Readonly<Record<string, string>> = knownFailures[platform] ?? {},
): readonly string[] {
  const names = outcomes.map(({ name }) => name);
  return [
    ...outcomes
      .filter(({ name, ok }) => ok === Object.hasOwn(known, name))
      .map(({ name, ok, detail }) =>
        ok ? `${name}: passes, and is listed` : `${name}: ${detail}`,
      ),
    ...Object.keys(known)
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: is listed, and there is no such case`),
  ];
}
