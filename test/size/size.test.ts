import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { emitted } from "../generated/clients.ts";
import { bundledSize } from "./bundle.ts";
import { measureVendored, optional } from "./rows.ts";
import { faults, githubLines, line } from "./table.ts";

const read = () => readFile(new URL("TABLE.md", import.meta.url), "utf8");

test("the table is up to date, and within its budgets", async () => {
  expect(faults(await measureVendored(), await read())).toEqual([]);
});

test("the rows that are measured elsewhere are within theirs", async () => {
  const lines = githubLines(await read());
  expect(lines).toHaveLength(optional.length);
  for (const [index, subject] of optional.entries()) {
    const size = Number(lines[index]?.split(" | ").at(-2));
    expect(lines[index]).toBe(line({ ...subject, size }));
    expect(size).toBeLessThanOrEqual(subject.budget);
  }
});

test("a row that is stale, or over its budget, is a fault", async () => {
  const [row] = await measureVendored();
  const table = await read();
  expect(faults([{ ...row!, size: row!.size + 1 }], table)).toHaveLength(1);
  expect(faults([{ ...row!, budget: row!.size - 1 }], table)).toHaveLength(2);
});

test("what an operation does not name is in no bundle, of a plain source folder either", async () => {
  const folder = await temporaryFolder();
  for (const { path, text } of await emitted("specs/quo/openapi.yaml")) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const size = (...names: readonly string[]): Promise<number> =>
    bundledSize(join(folder, "index.ts"), names);
  const whole = await size("createClient", "listWebhooksV1");
  const alone = await size("createClient");
  expect(alone).toBeGreaterThan(0);
  expect(alone).toBeLessThan(whole / 4);
  expect(await size("isRequestError")).toBeLessThan(400);
});
