/**
 * Measures one kind of page in a process of its own: `node --expose-gc measure-decode.js <folder> <kind>`.
 * Prints the medians of `JSON.parse` alone, of `JSON.parse` with a bare `item.kind = "…"` for each item, which is
 * the least that a decoder can do, and of `JSON.parse` with the decoder, in milliseconds, as JSON.
 * It is stripped of its types first, as an older Node runs it too.
 */
import { kinds, pageText } from "./pages.js";
import type { UnionShape } from "../../templates/runtime/shape.ts";

const runs = 30;
const warmUps = 5;
const [folder = "", name = ""] = process.argv.slice(2);
const kind = kinds.find((each) => each.name === name);
if (kind === undefined) throw new Error(`no page ${name}`);
const text = pageText(kind, 10 * 1024 * 1024);
const module = (await import(`${folder}/dist/index.js`)) as Readonly<
  Record<string, UnionShape | undefined>
>;
const shape = module[`${name}PageShape`];

const assigner: Pick<UnionShape, "tag"> = {
  tag(value) {
    for (const item of (value as { data: { kind?: string }[] }).data)
      item.kind = "any";
    return value;
  },
};

function time(decoder: Pick<UnionShape, "tag"> | undefined): number {
  globalThis.gc?.();
  const started = performance.now();
  const value: unknown = JSON.parse(text);
  decoder?.tag(value);
  return performance.now() - started;
}

const ways = [undefined, assigner, shape];
const times: readonly number[][] = ways.map(() => []);
for (let run = 0; run < runs + warmUps; run++) {
  // Each goes first as often as the others.
  for (let turn = 0; turn < ways.length; turn++) {
    const at = (run + turn) % ways.length;
    const taken = time(ways[at]);
    if (run >= warmUps) times[at]?.push(taken);
  }
}
const [alone = [], assigned = [], decoded = []] = times;

const value = JSON.parse(text) as { data: object[] };
shape?.tag(value);
const unknown = value.data.filter((item) =>
  Object.values(item).includes("unrecognized"),
);
const result = {
  hasDecoder: shape !== undefined,
  alone: median(alone),
  assigned: median(assigned),
  decoded: median(decoded),
  items: value.data.length,
  unrecognized: unknown.length,
};
process.stdout.write(JSON.stringify(result));

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
