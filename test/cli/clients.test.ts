import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { run } from "../../generator/cli/run.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-clients-"));
});

async function telltale(...args: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const code = await run(["generate", ...args], {
    cwd,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

const config = (clients: object, text = JSON.stringify(clients)) =>
  writeFile(
    join(cwd, "telltale.config.mjs"),
    `export default { clients: ${text} };\n`,
  );

/** A description of as many bytes as it is padded to. */
const describe = (name: string, bytes = 0) =>
  writeFile(
    join(cwd, `${name}.json`),
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: name, version: "1", description: " ".repeat(bytes) },
      paths: {},
      components: {
        schemas: {
          [name]: { type: "object", properties: { id: { type: "string" } } },
        },
      },
    }),
  );

const client = (name: string) => ({
  input: `${name}.json`,
  output: `out/${name}`,
});

test.each([
  ["in one thread", 0],
  ["in several", 600_000],
])(
  "many clients %s come in the order of the config, whatever fails",
  async (_, bytes) => {
    const names = ["One", "Two", "Three", "Four"];
    for (const name of names)
      await describe(name, name === "One" ? bytes * 2 : bytes);
    await writeFile(join(cwd, "Two.json"), `{${" ".repeat(bytes)}`);
    await config(Object.fromEntries(names.map((name) => [name, client(name)])));
    const { code, stdout, stderr } = await telltale();
    expect(code).toBe(3);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.replace(/:.*/, ""))).toEqual([
      ...names,
      "4 clients",
    ]);
    expect(lines.at(-1)).toBe("4 clients: 3 written, 1 failed");
    expect(lines[1]).toBe("Two: 1 error, nothing written");
    expect(stderr).toContain("Two.json:1:");
    expect(existsSync(join(cwd, "out/Four/types/four.ts"))).toBe(true);

    await describe("Two");
    expect((await telltale("--check")).code).toBe(1);
    const { stdout: json } = await telltale("--json");
    const { clients } = JSON.parse(json) as {
      clients: readonly { name: string }[];
    };
    expect(clients.map(({ name }) => name)).toEqual(names);
    const check = await telltale("--check");
    expect(check.code).toBe(0);
    expect(check.stdout).toContain("4 clients: 4 up to date");
  },
);

test("what is no data goes to no thread, and is generated all the same", async () => {
  for (const name of ["One", "Two"]) await describe(name, 1_200_000);
  await config(
    {},
    `{
    One: { ...${JSON.stringify(client("One"))}, rename: { note: () => {} } },
    Two: ${JSON.stringify(client("Two"))},
  }`,
  );
  const { code, stdout } = await telltale();
  expect(code).toBe(0);
  expect(stdout).toContain("2 clients: 2 written");
});

test("--client chooses among the clients of a config", async () => {
  for (const name of ["One", "Two", "Three"]) await describe(name);
  await config({
    One: client("One"),
    Two: client("Two"),
    Three: client("Three"),
  });
  const { stdout } = await telltale("--client", "Three", "--client", "One");
  expect(stdout).toMatch(/^One: .*\nThree: .*\n2 clients: 2 written\n$/);
  const unknown = await telltale("--client", "Four");
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain(
    "no client Four\n  help: clients are One, Two, Three",
  );
});

test.each([
  ["out", "out"],
  ["out", "./out/"],
  ["out", "out/inner"],
  ["out/inner/more", "out"],
  [".", "out"],
])("two clients in %s and %s are bad usage", async (one, two) => {
  await describe("One");
  await config({
    a: { input: "One.json", output: one },
    b: { input: "One.json", output: two },
  });
  const { code, stderr } = await telltale();
  expect(code).toBe(2);
  expect(stderr).toContain("the same folder, or one in the other");
});

test("folders beside each other are none in the other, however alike their names", async () => {
  await describe("One");
  await config({
    a: { input: "One.json", output: "out" },
    b: { input: "One.json", output: "out..more" },
    c: { input: "One.json", output: "..out" },
  });
  expect((await telltale()).code).toBe(0);
});
