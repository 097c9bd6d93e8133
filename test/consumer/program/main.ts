// A program that somebody else could have written: it knows both clients by name, and runs in plain
// Node. Prints what became of each check, as JSON by name; exit 1 if one fails. A second argument is the one check to make.
import { birdChecks } from "./bird.js";
import type { Check } from "./check.js";
import { quoChecks } from "./quo.js";

const [, , url = "", only] = process.argv;
const checks: Readonly<Record<string, Check>> = { ...quoChecks, ...birdChecks };
const outcomes: Record<string, string> = {};

for (const [name, check] of Object.entries(checks)) {
  if (only !== undefined && only !== name) continue;
  await post(`/~begin/${encodeURIComponent(name)}`);
  let failure = "";
  try {
    await check(url);
  } catch (error) {
    failure = error instanceof Error ? `${error.stack}\n` : String(error);
  }
  const problems = JSON.parse(await post("/~end")) as string[];
  outcomes[name] = (failure + problems.join("\n")).trim() || "fine";
}
console.log(JSON.stringify(outcomes));
process.exitCode = Object.values(outcomes).every((it) => it === "fine") ? 0 : 1;

async function post(path: string): Promise<string> {
  const response = await fetch(url + path, { method: "POST" });
  return response.text();
}
