import { afterAll, beforeAll, expect, test } from "vitest";
import { faults } from "./faults.ts";
import { withFault } from "./plant.ts";
import { decideAll, generateBatches, slice, type Batch } from "./run.ts";

/**
 * A law that no fault breaks would prove nothing: each rule is made wrong in turn, and the slice that
 * `law.test.ts` runs has to show it.
 */
let batches: readonly Batch[] = [];
let found = 0;

beforeAll(async () => {
  batches = await generateBatches(slice);
}, 600_000);

test.each(faults)("$file: $name", async (fault) => {
  const isBroken = await withFault(fault, (parts) =>
    batches.some((batch) => decideAll(batch, parts).violations.length > 0),
  );
  if (isBroken) found += 1;
  expect(isBroken).toBe(true);
});

afterAll(() => {
  console.log(`${found} of ${faults.length} planted faults found`);
});
