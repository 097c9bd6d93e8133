/**
 * `npm run wirings -- [seed] [count]`: compiles descriptions drawn at random, half of odd schemas, half of odd operations, and type-checks the clients. Prints each
 * fault; the descriptions with faults are kept.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileWirings } from "./compile-wirings.ts";

const [seed = 1, count = 1000] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), "telltale-wirings-"));
const faults = await compileWirings(folder, seed, count);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(`${count} descriptions from seed ${seed}; ${faults.length} faults`);
if (faults.length === 0) await rm(folder, { recursive: true });
else console.log(`kept in ${folder}`);
process.exitCode = faults.length === 0 ? 0 : 1;
