import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ground } from "./drive.ts";
import { drive } from "./drive.ts";
import { prepareGround } from "./ground.ts";
import { misses } from "./misses.ts";
import { playScenarios } from "./play-scenarios.ts";
import {
  type Exchange,
  readScenarios,
  spector,
  type Scenario,
} from "./scenarios.ts";

/** Whatever the driver derives, but for files; all scenarios and their own server are `npm run conformance`. */
const specs =
  /^(authentication|parameters|routes|response|streaming|payload\/pageable)/;

/** Whether what leads to a second request stands in a body that only Spector's own server works out. */
const leadsOnUnseen = ([first, second]: readonly Exchange[]): boolean =>
  second !== undefined &&
  second.uri !== first?.uri &&
  first?.response.body !== undefined &&
  first.response.body.raw === undefined;

describe.skipIf(spector === undefined)("a slice of the scenarios", () => {
  const missed = new Set(misses.flatMap(({ scenarios }) => scenarios));
  const all = spector === undefined ? [] : readScenarios(spector);
  const scenarios = all.filter(
    ({ apis, scenario, spec }) =>
      specs.test(spec) && !missed.has(scenario) && !leadsOnUnseen(apis),
  );
  let folder = "";
  let ground: Ground;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "telltale-conformance-"));
    ground = prepareGround({
      url: "",
      assets: [],
      spector: spector ?? "",
      version: "3.1.0",
      output: folder,
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What is wrong with each scenario on a server that plays `played`. */
  async function faults(
    played: (scenario: Scenario) => Scenario,
  ): Promise<ReadonlyMap<string, string>> {
    const url = await playScenarios(scenarios.map(played));
    const found = new Map<string, string>();
    for (const scenario of scenarios) {
      const fault = await drive(scenario, { ...ground, url });
      if (fault !== undefined) found.set(scenario.scenario, fault);
    }
    return found;
  }

  test("passes", async () => {
    expect(scenarios.length).toBeGreaterThan(90);
    expect(await faults((scenario) => scenario)).toEqual(new Map());
  });

  test("does not pass where the server plays something else", async () => {
    const found = await faults((scenario) => ({
      ...scenario,
      apis: scenario.apis.map((each) => ({
        ...each,
        response: {
          ...each.response,
          status: 299,
          body: { contentType: "application/json", raw: '"other"' },
        },
      })),
    }));
    expect(found.size).toBe(scenarios.length);
  });

  test("does not pass where the server expects something else", async () => {
    const found = await faults((scenario) => ({
      ...scenario,
      apis: scenario.apis.map((each) => ({
        ...each,
        request: { ...each.request, headers: { "x-other": "1" } },
      })),
    }));
    expect(found.size).toBe(scenarios.length);
  });

  test("does not pass where a body is another one", async () => {
    const withBody = scenarios.filter(({ apis }) =>
      apis.some(({ response }) => response.body?.raw?.startsWith("{")),
    );
    const found = await faults((scenario) => ({
      ...scenario,
      apis: scenario.apis.map(({ response, ...each }) => ({
        ...each,
        response: {
          ...response,
          ...(response.body && {
            body: { ...response.body, raw: '{"other":1}' },
          }),
        },
      })),
    }));
    expect(withBody.length).toBeGreaterThan(5);
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(withBody.map(({ scenario }) => scenario)),
    );
  });
});
