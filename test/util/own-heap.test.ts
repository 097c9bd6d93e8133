import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const module = new URL("../../generator/util/own-heap.ts", import.meta.url);

/** The megabytes of the young generation, first after `before`, and then after much was allocated that lives on. */
function young(before: string): readonly number[] {
  const script = `
    import { getHeapSpaceStatistics } from "node:v8";
    import { makeRoom, ownHeap } from ${JSON.stringify(module.href)};
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
  const [small, later] = young("ownHeap();");
  expect(small).toBeLessThan(4);
  expect(later).toBeLessThan(4);
  const [room, stays] = young("ownHeap(); makeRoom();");
  expect(room).toBeGreaterThanOrEqual(16);
  expect(room).toBeLessThanOrEqual(32);
  expect(stays).toBe(room);
});

test("the heap of another process is left as it is", () => {
  const [room, grown] = young("makeRoom();");
  expect(room).toBeLessThan(4);
  expect(grown).toBeGreaterThan(16);
});
