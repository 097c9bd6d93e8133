/**
 * `npm run bench`: what decoding, a call and compiling cost beside what else there is, as ratios of medians in the
 * same run. No test asserts a time; the machine's load is printed beside the numbers.
 * `npm run bench -- decode`, `npm run bench -- call`, `npm run bench -- compile [document ...]` and `npm run
 * bench -- regenerate [document ...]` run one part;
 * `npm run bench -- scale [document ...]` compiles each document, and ten times it.
 */
import { execFileSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { benchCall } from "./call.ts";
import { benchCompile } from "./compile.ts";
import { benchDecode } from "./decode.ts";
import { benchRegenerate } from "./regenerate.ts";
import { benchScale } from "./scale.ts";

const [part, ...more] = process.argv.slice(2);
const load = () =>
  `load ${loadavg()
    .map((each) => each.toFixed(2))
    .join(" ")} on ${availableParallelism()} cores`;

console.log(load());
if (part === "scale") await benchScale(more);
if (part === undefined || part === "decode") await benchDecode(nodes());
if (part === undefined || part === "call") await benchCall();
if (part === undefined || part === "compile") await benchCompile(more);
if (part === undefined || part === "regenerate") await benchRegenerate(more);
console.log(`\n${load()}`);

/** This Node, and the one that the machine has where its major is another. */
function nodes(): readonly string[] {
  const own = process.version.split(".")[0];
  const path = (process.env["PATH"] ?? "")
    .split(":")
    .filter((folder) => !folder.includes("node_modules"))
    .join(":");
  const probe =
    "process.stdout.write(process.execPath + ' ' + process.version)";
  try {
    const said = execFileSync("/usr/bin/env", ["node", "-e", probe], {
      encoding: "utf8",
      env: { ...process.env, PATH: path },
    });
    const [other = "", version = ""] = said.split(" ");
    return version.split(".")[0] === own
      ? [process.execPath]
      : [process.execPath, other];
  } catch {
    return [process.execPath];
  }
}
