import { readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { summaryOf } from "../../generator/plugin/fault.ts";
import { oneAtATime } from "../../generator/plugin/one-at-a-time.ts";
import type { PluginOptions } from "../../generator/plugin/options.ts";
import { createSession } from "../../generator/plugin/session.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { broken, overlayTo, petsAt, schemas } from "./pets.ts";

const folder = await temporaryFolder();
const at = (path: string) => join(folder, path);
const index = at("api/operations/pets.ts");
const options: PluginOptions = {
  clients: {
    pets: { input: "pets.yaml", overlays: ["server.yaml"], output: "api" },
  },
};

/** Files as old as they are where somebody edited them a while ago. */
async function write(path: string, text: string): Promise<void> {
  await writeFile(at(path), text);
  const then = new Date(Date.now() - 10_000);
  await utimes(at(path), then, then);
}

beforeEach(async () => {
  await rm(at("api"), { recursive: true, force: true });
  await rm(at("telltale.config.mjs"), { force: true });
  await write("pets.yaml", petsAt("/v1/pets"));
  await write("schemas.yaml", schemas);
  await write("server.yaml", overlayTo("http://one.test"));
});

describe("a session", () => {
  test("knows every file that was read, and writes what the description says", async () => {
    const session = createSession(options);
    const run = await session.refresh(folder);
    expect(run).toMatchObject({ faults: [], warnings: [] });
    const read = ["pets.yaml", "schemas.yaml", "server.yaml"].map(at);
    expect([...run.inputs].sort()).toEqual(read);
    expect(run.changed).toContain(index);
    for (const path of read) expect(session.isInput(path)).toBe(true);
    expect(session.isInput(index)).toBe(false);
    expect(await readFile(index, "utf8")).toContain("/v1/pets");
  });

  test("does nothing again where nothing has changed", async () => {
    await write("schemas.yaml", "Dogs: {}\n");
    const session = createSession(options);
    const { inputs, warnings } = await session.refresh(folder);
    expect(warnings).toHaveLength(1);
    const again = await session.refresh(folder);
    expect(again).toMatchObject({ inputs, warnings: [], changed: [] });
    await write("schemas.yaml", "Cats: {}\n");
    expect((await session.refresh(folder)).warnings).toHaveLength(1);
  });

  test("restores what it has written, where that is deleted", async () => {
    const session = createSession(options);
    await session.refresh(folder);
    const text = await readFile(index, "utf8");
    await rm(index);
    expect((await session.refresh(folder)).changed).toEqual([index]);
    expect(await readFile(index, "utf8")).toBe(text);
  });

  test("writes over nothing that was edited, and says so until it is undone", async () => {
    const session = createSession(options);
    await session.refresh(folder);
    const text = await readFile(index, "utf8");
    await writeFile(index, `${text}//`);
    const { changed, faults } = await session.refresh(folder);
    expect(changed).toEqual([]);
    expect(faults.map(({ message }) => message).join()).toContain(
      "write/changed-by-hand",
    );
    expect(await readFile(index, "utf8")).toBe(`${text}//`);
    await writeFile(index, text);
    expect((await session.refresh(folder)).faults).toEqual([]);
  });

  test("reads again what was changed while, or just before, it was read", async () => {
    const session = createSession(options);
    await writeFile(at("schemas.yaml"), "Dogs: {}\n");
    const [first, second] = [session, session].map((it) => it.refresh(folder));
    expect((await first)?.warnings).toHaveLength(1);
    expect((await second)?.warnings).toHaveLength(1);
  });

  test("still knows, after a failure, what the run before it read", async () => {
    const session = createSession(options);
    await session.refresh(folder);
    await write("pets.yaml", broken);
    const { faults, outputs, changed } = await session.refresh(folder);
    expect({ outputs, changed }).toEqual({ outputs: [], changed: [] });
    expect(faults).toEqual([
      {
        message: expect.stringContaining("(load/openapi-version)"),
        id: at("pets.yaml"),
        loc: { file: at("pets.yaml"), line: 2, column: 0 },
        frame: expect.stringContaining("2 | openapi: 4.0.0\n"),
        lineText: "openapi: 4.0.0",
      },
    ]);
    expect(session.isInput(at("schemas.yaml"))).toBe(true);
    expect(await readFile(index, "utf8")).toContain("/v1/pets");
  });

  test("takes a config as it is now", async () => {
    const config = (output: string) =>
      `export default { clients: { pets: { input: "pets.yaml", output: "${output}" } } };\n`;
    await write("telltale.config.mjs", config("api"));
    const session = createSession({});
    const first = await session.refresh(folder);
    expect(first.inputs).toContain(at("telltale.config.mjs"));
    expect(first.changed).toContain(index);
    await writeFile(at("telltale.config.mjs"), config("api/inner"));
    const { changed } = await session.refresh(folder);
    expect(changed).toContain(at("api/inner/operations/pets.ts"));
  });

  test.each<[string, unknown, RegExp]>([
    ["no config", {}, /no telltale\.config\.ts in .*\n {2}help: write one/],
    ["a config that is absent", { config: "x.ts" }, /x\.ts cannot be read/],
    ["a misspelt option", { configs: "x.ts" }, /unknown option configs/],
    [
      "a client without output",
      { clients: { a: { input: "b" } } },
      /client a in telltale\(\) has no output/,
    ],
  ])("says what is wrong with %s", async (_, given, message) => {
    // As a config in JavaScript may have it, which no type holds to anything.
    const session = createSession(given as PluginOptions);
    const { faults } = await session.refresh(folder);
    expect(faults).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
  });
});

test("of several faults a build ends with the first, and names the others", () => {
  const fault = (line: number) => ({
    message: `Wrong ${line} (a/b)\n  help: mend it`,
    id: at("api.yaml"),
    loc: { file: at("api.yaml"), line, column: 2 },
  });
  const [first, ...others] = [fault(1), fault(2), fault(3)] as const;
  expect(summaryOf([first], folder)).toEqual(first);
  expect(summaryOf([first, ...others], folder)).toEqual({
    ...first,
    message: `${first.message}\nalso:\n  api.yaml:2:3  Wrong 2 (a/b)\n  api.yaml:3:3  Wrong 3 (a/b)`,
  });
  const many = Array.from({ length: 13 }, (_, line) => fault(line));
  const { message } = summaryOf([first, ...many], folder);
  expect(message.split("\n").slice(-2)).toEqual([
    "  api.yaml:9:3  Wrong 9 (a/b)",
    "  and 3 more",
  ]);
});

test("work is done by one at a time, and once more for all who asked meanwhile", async () => {
  let runs = 0;
  let atWork = 0;
  const ends: (() => void)[] = [];
  const ask = oneAtATime(async () => {
    expect((atWork += 1)).toBe(1);
    await new Promise<void>((resolve) => ends.push(resolve));
    atWork -= 1;
    if (runs === 0) {
      runs += 1;
      throw new Error("first");
    }
    return (runs += 1);
  });
  const [first, second, third] = [ask(), ask(), ask()];
  ends[0]?.();
  await expect(first).rejects.toThrow("first");
  await expect.poll(() => ends.length).toBe(2);
  const fourth = ask();
  ends[1]?.();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  await expect.poll(() => ends.length).toBe(3);
  ends[2]?.();
  expect(await fourth).toBe(3);
});
