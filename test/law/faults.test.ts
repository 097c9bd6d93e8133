import { afterAll, beforeAll, expect, test } from "vitest";
import { faults } from "./faults.ts";
import { withFault } from "./plant.ts";
import { decideAll, generateCases, type Case } from "./run.ts";

/**
 * A law that no fault breaks would prove nothing: each rule is made wrong in turn, and the slice that
 * `law.test.ts` runs has to show it.
 */
let batches: readonly (readonly Case[])[] = [];
let found = 0;

beforeAll(() => {
  batches = generateCases({ seed: 20_240_607, unions: 400, instances: 25 });
}, 600_000);

test.each(faults)("$file: $name", async (fault) => {
  const isBroken = await withFault(fault, async (parts) => {
    for (const batch of batches) {
      const { violations } = await decideAll(batch, parts);
      if (violations.length > 0) return true;
    }
    return false;
  });
  if (isBroken) found += 1;
  expect(isBroken).toBe(true);
});

afterAll(() => {
  console.log(`${found} of ${faults.length} planted faults found`);
});
