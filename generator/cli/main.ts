#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { growYoungGeneration } from "./young-generation.ts";

growYoungGeneration(16);
// What a large description was understood by is let go of before its client is laid out (compile.ts).
setFlagsFromString("--expose-gc");
globalThis.gc = runInNewContext("gc") as NodeJS.GCFunction;
enableCompileCache?.();
const { run } = await import("./run.ts");
const { createQuestions } = await import("./questions.ts");
const { stdin, stdout, stderr } = process;
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout,
  stderr,
  questions:
    stdin.isTTY && stdout.isTTY ? createQuestions(stdin, stdout) : undefined,
});
