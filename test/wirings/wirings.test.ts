import { expect, test } from "vitest";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { compileWirings } from "./compile-wirings.ts";

// More of them: `npm run wirings`.
test("schemas that refer to each other in any way, and odd operations, compile and type-check", async () => {
  const folder = await temporaryFolder();
  expect(await compileWirings(folder, 20_261_122, 120)).toEqual([]);
}, 120_000);
