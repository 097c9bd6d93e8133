#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { ownProcess } from "../util/own-process.ts";

ownProcess();
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
