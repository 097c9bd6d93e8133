import { afterAll, beforeAll, expect, test } from "vitest";
import { generatePairs, pairSlice, type Pairs } from "./pairs.ts";
import { withFault } from "./plant.ts";
import { proofFaults } from "./proof-faults.ts";
import type { InDocument } from "./run.ts";
import { verdictsOn } from "./verdicts.ts";

/** Each rule of proof is made wrong in turn: the slice that `proofs.test.ts` runs has to show it. */
let documents: readonly InDocument<Pairs>[] = [];
let found = 0;

beforeAll(async () => {
  documents = await generatePairs(pairSlice);
}, 600_000);

test.each(proofFaults)("$file: $name", async (fault) => {
  const isBroken = await withFault(fault, (parts) =>
    documents.some((one) => verdictsOn(one, parts).refuted.length > 0),
  );
  if (isBroken) found += 1;
  expect(isBroken).toBe(true);
});

afterAll(() => {
  console.log(`${found} of ${proofFaults.length} planted faults found`);
});
