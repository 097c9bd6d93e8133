import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shared } from "../shared.ts";

/** A document of the corpus, as its index lists it. */
export interface CorpusDocument {
  /** Relative to the corpus: `quo/quo-public-api-v1.json`. */
  readonly path: string;
  /** How many operations the index counts. */
  readonly operations: number;
}

/** The corpus beside the repository; `undefined` where it is absent. */
export const corpus: string | undefined = folderOf(shared("corpus/INDEX.tsv"));

function folderOf(index: URL | undefined): string | undefined {
  return index && fileURLToPath(new URL(".", index));
}

/** Every document of the corpus, in the order of its index. */
export function documents(folder: string): readonly CorpusDocument[] {
  const [, ...lines] = readFileSync(`${folder}INDEX.tsv`, "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [path = "", , operations] = line.split("\t");
    return { path, operations: Number(operations) };
  });
}

/** The folder that a document's client is written to: one for each document. */
export const folderName = (path: string): string =>
  path.replace(/\.\w+$/, "").replaceAll(/[^\w-]+/g, "-");
