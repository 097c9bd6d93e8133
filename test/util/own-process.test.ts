import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const module = new URL("../../generator/util/own-process.ts", import.meta.url);

/** The megabytes of the young generation, first after `before`, and then after much was allocated that lives on. */
function young(before: string): readonly number[] {
  const script = `
    import { getHeapSpaceStatistics } from "node:v8";
    import { makeRoom, ownProcess } from ${JSON.stringify(module.href)};
    const young = () =>
      getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size / 2 ** 20;
    ${before}
    const sizes = [young()];
    const kept = Array.from({ length: 1_000_000 }, (_, index) => [index]);
    process.stdout.write(JSON.stringify([...sizes, young(), kept.length].slice(0, 2)));
  `;
  const args = ["--input-type=module", "--eval", script];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: "utf8" }),
  ) as number[];
}

test("in a process of its own the young generation grows where there is need, and no further", () => {
  const [small, later] = young("ownProcess();");
  expect(small).toBeLessThan(4);
  expect(later).toBeLessThan(4);
  const [room, stays] = young("ownProcess(); makeRoom();");
  expect(room).toBeGreaterThanOrEqual(16);
  expect(room).toBeLessThanOrEqual(32);
  expect(stays).toBe(room);
});

test("the heap of another process is left as it is", () => {
  const [room, grown] = young("makeRoom();");
  expect(room).toBeLessThan(4);
  expect(grown).toBeGreaterThan(16);
});

/** Which of V8's compilers compile what is hot, after `before`. */
function compilers(before: string): readonly string[] {
  const script = `
    import { ownProcess } from ${JSON.stringify(module.href)};
    ${before}
    const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
    const numbers = Array.from({ length: 1000 }, (_, index) => index);
    for (let round = 0; round < 20_000; round++) sum(numbers);
  `;
  const args = ["--trace-opt", "--input-type=module", "--eval", script];
  const said = execFileSync(process.execPath, args, { encoding: "utf8" });
  const names = said.matchAll(/completed compiling .*target (\w+)/g);
  return [...new Set([...names].map(([, name = ""]) => name))].sort();
}

test("in a process of its own what is hot is compiled once, by Maglev", () => {
  expect(compilers("ownProcess();")).toEqual(["MAGLEV"]);
  expect(compilers("")).toContain("TURBOFAN_JS");
});
