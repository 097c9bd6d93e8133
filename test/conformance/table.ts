import { misses } from "./misses.ts";
import type { Scenario } from "./scenarios.ts";

/** What went wrong, by the version of OpenAPI and by scenario. */
export type Faults = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The score by area, and every miss with its reason, in Markdown. */
export function tableText(
  scenarios: readonly Scenario[],
  faults: Faults,
): string {
  const versions = [...faults.keys()];
  const row = (name: string, of: readonly Scenario[]): string => {
    const passed = versions.map(
      (version) =>
        of.filter(({ scenario }) => !faults.get(version)?.has(scenario)).length,
    );
    return `| ${[name, of.length, ...passed].join(" | ")} |`;
  };
  const areas = Map.groupBy(scenarios, ({ area }) => area);
  return [
    "# TypeSpec's scenarios, driven",
    "Written by `npm run conformance -- --update`; `npm run conformance` fails when it is stale. A scenario counts where the mock server has passed every request and each call gave its caller what the server played. Clients are generated from what TypeSpec makes of each description in two versions of OpenAPI.",
    [
      `| area | scenarios | ${versions.map((version) => `OpenAPI ${version}`).join(" | ")} |`,
      `| --- | ---: |${" ---: |".repeat(versions.length)}`,
      ...[...areas].map(([area, of]) => row(area, of)),
      row("all", scenarios),
    ].join("\n"),
    "## Misses",
    misses
      .map(({ reason, scenarios }) =>
        [
          `- ${scenarios.length}: ${reason}.`,
          ...scenarios.map((scenario) => `  - ${scenario}`),
        ].join("\n"),
      )
      .join("\n"),
    "",
  ].join("\n\n");
}

/** Misses that are not on the list, and entries of the list that pass. */
export function unexpected(
  scenarios: readonly Scenario[],
  faults: Faults,
): readonly string[] {
  const listed = new Set(misses.flatMap((each) => each.scenarios));
  const isMissed = (scenario: string) =>
    [...faults.values()].some((found) => found.has(scenario));
  const known = new Set(scenarios.map(({ scenario }) => scenario));
  return [
    ...[...faults].flatMap(([version, found]) =>
      [...found].flatMap(([scenario, fault]) =>
        listed.has(scenario) ? [] : [`${scenario} (${version}): ${fault}`],
      ),
    ),
    ...[...listed]
      .filter((scenario) => !known.has(scenario) || !isMissed(scenario))
      .map((scenario) => `no longer a miss, take it off the list: ${scenario}`),
  ];
}
