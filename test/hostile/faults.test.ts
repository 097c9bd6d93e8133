import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { runCommand } from "../consumer/run-command.ts";
import { root } from "../generated/clients.ts";
import { typeCheck } from "../types/type-check.ts";
import { faultyDescription } from "./faults.ts";

const { document, pointers } = faultyDescription();

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "api.json"), JSON.stringify(document));
  await writeFile(join(folder, "api.yaml"), stringify(document));
});

const generate = (...args: readonly string[]) =>
  runCommand(
    process.execPath,
    [join(root, "generator/cli/main.ts"), "generate", ...args],
    folder,
  );

test.each(["api.json", "api.yaml"])(
  "fifty different faults in %s: each is said where it is, and the rest is a client",
  async (input) => {
    const output = input.replace(".", "-");
    const args = [input, "-o", output];
    const { code, stdout, stderr } = await generate(...args, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(pointers.length).toBeGreaterThanOrEqual(50);
    const [client] = JSON.parse(stdout).clients;
    const said: readonly string[] = client.diagnostics.map(
      ({ pointer }: { pointer: string }) => `${pointer}/`,
    );
    expect(
      pointers.filter(
        (pointer) => !said.some((at) => at.startsWith(`${pointer}/`)),
      ),
    ).toEqual([]);
    expect(existsSync(join(folder, output, "operations/pet.ts"))).toBe(true);
    const program = { mode: "nodenext", folder } as const;
    const include = [`${output}/**/*.ts`];
    expect(await typeCheck({ compiler: "ts7", ...program, include })).toBe("");
    expect((await generate(...args, "--check")).code).toBe(0);
  },
);

test("for people: no stack, and one line at the end", async () => {
  const { code, stdout, stderr } = await generate("api.yaml", "-o", "people");
  expect(code).toBe(0);
  expect(stderr).not.toMatch(/internal:|\n\s+at .*:\d+:\d+/);
  expect(stdout).toMatch(/^people: \d+ operations?, .*\n$/);
});

test("with an error among them they are said all the same, and nothing is written", async () => {
  const overlay = { overlay: "1.0.0", actions: [{ target: "$.paths[" }] };
  await writeFile(join(folder, "overlay.json"), JSON.stringify(overlay));
  const args = ["api.json", "-o", "none", "--overlay", "overlay.json"];
  const { code, stdout, stderr } = await generate(...args);
  expect(code).toBe(3);
  expect(stderr).toContain("overlay/target-syntax");
  for (const name of ["schema/not-a-schema", "operation/unknown-method"])
    expect(stderr).toContain(name);
  expect(stderr).not.toMatch(/internal:|\n\s+at .*:\d+:\d+/);
  expect(stdout).toMatch(/^none: \d+ errors?, nothing written\n$/);
  expect(existsSync(join(folder, "none"))).toBe(false);
});
