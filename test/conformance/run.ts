/**
 * `npm run conformance`: drives the clients of TypeSpec's descriptions through its scenarios, against its
 * mock server, and holds the score against `TABLE.md` and `misses.ts`. `-- --update` writes the table;
 * any other argument is a part of a scenario's name, and only such scenarios are driven.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { typeCheck } from "../types/type-check.ts";
import { readAssets } from "./assets.ts";
import { drive } from "./drive.ts";
import { prepareGround } from "./ground.ts";
import {
  assetFolder,
  installMockServer,
  startMockServer,
} from "./mock-server.ts";
import { readScenarios, spector, type Scenario } from "./scenarios.ts";
import { tableText, unexpected, type Faults } from "./table.ts";

const versions = ["3.0.0", "3.1.0"];
const table = new URL("TABLE.md", import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: "boolean" } },
});
if (spector !== undefined) process.exitCode = await run(spector);

async function run(folder: string): Promise<number> {
  await installMockServer();
  const all = readScenarios(folder);
  const some = all.filter(({ scenario }) =>
    positionals.every((part) => scenario.includes(part)),
  );
  const output = await mkdtemp(join(tmpdir(), "telltale-conformance-"));
  try {
    const faults = new Map<string, ReadonlyMap<string, string>>();
    for (const version of versions) {
      const place = join(output, version);
      faults.set(version, await driveAll(some, version, folder, place));
    }
    if (some.length < all.length) return say(faults);
    return await hold(all, faults, await checkTypes(output));
  } finally {
    await rm(output, { recursive: true });
  }
}

/** Every scenario, and what the server has to say of it in the end. */
async function driveAll(
  scenarios: readonly Scenario[],
  version: string,
  spector: string,
  output: string,
): Promise<ReadonlyMap<string, string>> {
  const server = await startMockServer(output);
  const ground = prepareGround({
    url: server.url,
    assets: readAssets(assetFolder),
    spector,
    version,
    output,
  });
  const faults = new Map<string, string>();
  try {
    for (const scenario of scenarios) {
      const fault = await drive(scenario, ground);
      if (fault !== undefined) faults.set(scenario.scenario, fault);
    }
    const verdicts = await server.coverage();
    for (const { scenario } of scenarios) {
      const verdict = verdicts.get(scenario);
      if (verdict !== "pass" && !faults.has(scenario))
        faults.set(scenario, `the server says ${verdict}`);
    }
  } finally {
    await server.stop();
  }
  return faults;
}

/** Some scenarios: what is wrong with each, on the list or not. */
function say(faults: Faults): number {
  const lines = [...faults].flatMap(([version, found]) =>
    [...found].map(([name, fault]) => `${name} (${version}): ${fault}`),
  );
  lines.forEach((line) => console.log(line));
  return lines.length === 0 ? 0 : 1;
}

/** All scenarios: the table, and what is not as it is written down. */
async function hold(
  all: readonly Scenario[],
  faults: Faults,
  errors: readonly string[],
): Promise<number> {
  const text = tableText(all, faults);
  console.log(text);
  const wrong = [
    ...unexpected(all, faults),
    ...errors,
    ...(await holdTable(text)),
  ];
  wrong.forEach((line) => console.log(`FAULT ${line}`));
  return wrong.length === 0 ? 0 : 1;
}

/** Every client that was driven, as strictly as a consumer may check it. */
async function checkTypes(output: string): Promise<readonly string[]> {
  await writeFile(join(output, "package.json"), '{ "type": "module" }\n');
  const said = await typeCheck({
    compiler: "ts7",
    mode: "nodenext",
    folder: output,
    include: versions.map((version) => `${version}/**/*.ts`),
    options: { allowImportingTsExtensions: true },
  });
  return said.split("\n").filter((line) => line !== "");
}

/** Writes the committed table, or says that it is stale. */
async function holdTable(text: string): Promise<readonly string[]> {
  if (values.update === true) {
    await writeFile(table, text);
    return [];
  }
  const committed = await readFile(table, "utf8").catch(() => "");
  return committed === text
    ? []
    : ["TABLE.md is stale: npm run conformance -- --update"];
}
