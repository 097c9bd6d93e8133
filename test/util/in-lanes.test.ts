import { expect, test } from "vitest";
import { inLanes } from "../../generator/util/in-lanes.ts";

const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

test("results stand in the order of the items, and no more is under way than there are lanes", async () => {
  let open = 0;
  let most = 0;
  const results = await inLanes(3, [5, 1, 4, 2, 3], async (item) => {
    most = Math.max(most, ++open);
    for (let turn = 0; turn < item; turn++) await tick();
    open--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(3);
});

test("a failure is reported once all work has come to rest, and nothing is begun after it", async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const working = inLanes(2, [1, 2, 3, 4], async (item) => {
    begun.push(item);
    await tick();
    if (item === 1) throw new Error("no");
    await tick();
    await tick();
    ended.push(item);
  });
  await expect(working).rejects.toThrow("no");
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});
