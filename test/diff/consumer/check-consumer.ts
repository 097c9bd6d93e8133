import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding, Level } from "../../../generator/index.ts";
import { writeConsumer, type Line } from "./write-consumer.ts";

type Files = readonly { readonly path: string; readonly text: string }[];

export interface Rejected extends Line {
  readonly message: string;
  readonly exhaustive: boolean;
}

const tsc = fileURLToPath(
  new URL("../../../node_modules/ts7/bin/tsc", import.meta.url),
);

const settings = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: "esnext",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["esnext", "dom", "dom.iterable"],
    types: [],
  },
  include: ["*/consumer.ts", "*/exhaustive.ts"],
};

/** Two clients, as they are emitted. */
export interface Pair {
  readonly name: string;
  readonly old: Files;
  readonly new: Files;
}

/** The lines of both consumers of the old clients that do not compile against the new ones, by pair. */
export async function rejectedLines(
  pairs: readonly Pair[],
  folder: string,
): Promise<ReadonlyMap<string, readonly Rejected[]>> {
  await rm(folder, { recursive: true, force: true });
  const written = new Map<string, readonly Line[]>();
  const files: Files = [
    { path: "tsconfig.json", text: JSON.stringify(settings) },
    ...pairs.flatMap((pair, index) => filesOf(pair, `p${index}`, written)),
  ];
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const output = await typeCheck(folder);
  const found = new Map(
    pairs.map(({ name }) => [name, new Map<string, Rejected>()]),
  );
  for (const each of output.split("\n")) {
    const [, file = "", index = "", line = "", message = ""] =
      /^(p(\d+)\/[^(]+)\((\d+),\d+\): error (.+)$/.exec(each) ?? [];
    if (file === "") continue;
    const lines = written.get(file);
    const name = pairs[Number(index)]?.name ?? "";
    if (lines === undefined)
      throw new Error(`the new client of ${name} does not compile: ${each}`);
    const of = lines[Number(line) - 1];
    if (of === undefined || of.about === "")
      throw new Error(`the consumer of ${name} is wrong itself: ${each}`);
    found.get(name)?.set(`${file}:${line}`, {
      ...of,
      message,
      exhaustive: file.endsWith("exhaustive.ts"),
    });
  }
  return new Map(
    [...found].map(([name, lines]) => [name, [...lines.values()]]),
  );
}

/** A client has these modules only if it uses them. */
const sometimes: Files = [
  { path: "runtime/binary-body.ts", text: "export type Binary = Blob;" },
  {
    path: "runtime/part-styles.ts",
    text: "export type PartWithHeaders<A, B> = [A, B];",
  },
  {
    path: "runtime/union.ts",
    text: "export type Unrecognized = never; export type UnrecognizedNumber = never;",
  },
];

function filesOf(
  { old, new: now }: Pair,
  folder: string,
  written: Map<string, readonly Line[]>,
): Files {
  const present = new Set(now.map(({ path }) => path));
  const client = [
    ...now,
    ...sometimes.filter(({ path }) => !present.has(path)),
  ];
  const consumer = (name: string, exhaustive: boolean) => {
    const path = `${folder}/${name}.ts`;
    const lines = writeConsumer(old, exhaustive);
    written.set(path, lines);
    return { path, text: lines.map(({ text }) => text).join("\n") };
  };
  return [
    ...client.map(({ path, text }) => ({
      path: `${folder}/new/${path}`,
      text,
    })),
    consumer("consumer", false),
    consumer("exhaustive", true),
  ];
}

const typeCheck = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [tsc, "-p", "tsconfig.json", "--pretty", "false"],
      { cwd: folder, maxBuffer: 1 << 28 },
      (_error, stdout) => resolve(stdout),
    );
  });

/**
 * The rejected lines that no finding accounts for: a line of the plain consumer needs a finding that is breaking
 * or undecided, one of the exhaustive consumer may have a widening one.
 */
export function unexplained(
  rejected: readonly Rejected[],
  findings: readonly Finding[],
): readonly Rejected[] {
  const enough = (exhaustive: boolean): readonly Level[] =>
    exhaustive ? ["breaking", "unknown", "widening"] : ["breaking", "unknown"];
  return rejected.filter(
    (line) =>
      !findings.some(
        (finding) =>
          enough(line.exhaustive).includes(finding.level) &&
          isAbout(line, finding),
      ),
  );
}

const rootOf = (subject: string): string => /^[\w$]+/.exec(subject)?.[0] ?? "";

/** The same field, or the type as a whole, or a type that the line hands a value to. */
function isAbout(
  { about, mentions, text }: Line,
  { subject }: Finding,
): boolean {
  const root = rootOf(subject);
  if (mentions.includes(root)) return true;
  if (root !== rootOf(about)) return false;
  // What is sent is whole: each field that is required stands in every line.
  const isSent = text.startsWith("{ const sent");
  const field = fieldOf(about);
  return (
    isSent ||
    field === "" ||
    fieldOf(subject) === "" ||
    fieldOf(subject) === field
  );
}

const fieldOf = (subject: string): string =>
  /^[\w$]+\.((?:[^.[]|\.(?=[^.[]*$))*)/.exec(subject)?.[1]?.split(".")[0] ?? "";
