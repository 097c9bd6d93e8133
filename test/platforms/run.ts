/**
 * `npm run platforms`: runs the acceptance file on every platform that is there, and prints a table of how many
 * cases pass, and which do not.
 */
import { makeProgram } from "./bundle.ts";
import { isThere, platforms, runOn } from "./platforms.ts";
import { unexpected } from "./verdict.ts";

const program = await makeProgram();
const faults: string[] = [];
try {
  console.log("| platform | cases | pass | listed | seconds |");
  console.log("| --- | ---: | ---: | ---: | ---: |");
  for (const platform of platforms.filter(isThere)) {
    const { name } = platform;
    const started = performance.now();
    const outcomes = await runOn(platform, program);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const passed = outcomes.filter(({ ok }) => ok).length;
    const wrong = unexpected(name, outcomes);
    const listed = outcomes.length - passed - wrong.length;
    faults.push(...wrong.map((line) => `${name}: ${line}`));
    console.log(
      `| ${name} | ${outcomes.length} | ${passed} | ${listed} | ${seconds} |`,
    );
  }
} finally {
  await program.remove();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
