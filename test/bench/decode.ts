import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "../../generator/index.ts";
import { runSuccessfully } from "../consumer/run-command.ts";
import { kinds } from "./pages.ts";

interface Measured {
  readonly hasDecoder: boolean;
  readonly alone: number;
  /** With a bare assignment for each item: the least that a decoder can do. */
  readonly assigned: number;
  readonly decoded: number;
  readonly items: number;
  readonly unrecognized: number;
}

/** DESIGN §9: decoding takes at most this many times as long as `JSON.parse` of the same body. */
const budget = 1.15;

/** Prints how long decoding takes beside `JSON.parse`, for each kind of page and each Node. */
export async function benchDecode(nodes: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "telltale-bench-"));
  try {
    await prepare(folder);
    for (const node of nodes) await benchNode(node, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The client of `pages.yaml`, and the measuring scripts as JavaScript. */
async function prepare(folder: string): Promise<void> {
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const { files } = await generate("pages.yaml", { cwd, package: "pages" });
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const name of ["pages", "measure-decode"]) {
    const text = await readFile(join(cwd, `${name}.ts`), "utf8");
    await writeFile(join(folder, `${name}.js`), stripTypeScriptTypes(text));
  }
}

async function benchNode(node: string, folder: string): Promise<void> {
  const version = await runSuccessfully(node, ["--version"], folder);
  console.log(
    `\nDecoding a page of 10 MB, Node ${version.trim()}: median of 30 interleaved runs\n`,
  );
  const results = new Map<string, Measured>();
  for (const { name } of kinds) {
    const args = ["--expose-gc", "measure-decode.js", folder, name];
    const printed = await runSuccessfully(node, args, folder);
    results.set(name, JSON.parse(printed) as Measured);
  }
  console.log(
    "| page | items | JSON.parse | with decoder | ratio | ratio of an assignment alone | |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
  for (const { name, complete } of kinds) {
    const measured = results.get(name) as Measured;
    const { alone, assigned, decoded, items, hasDecoder, unrecognized } =
      measured;
    const ratio = decoded / alone;
    const words = [
      hasDecoder ? [] : ["no decoder"],
      complete ? ["checks completely"] : [],
      unrecognized > 0 ? [`${unrecognized} unrecognized`] : [],
      !complete && ratio > budget ? [`over ${budget}`] : [],
    ].flat();
    console.log(
      `| ${name} | ${items} | ${alone.toFixed(1)} ms | ${decoded.toFixed(1)} ms | ${ratio.toFixed(3)} | ${(assigned / alone).toFixed(3)} | ${words.join(", ")} |`,
    );
  }
}
