import { format as layOut, type FormatOptions } from "oxfmt";
import type { EmittedFile } from "../ir/emitted-file.ts";

/** Columns of a line in Prettier's defaults; oxfmt's own are others. */
const printWidth = 80;
const options: FormatOptions = { printWidth, sortPackageJson: false };

/** Lays the printed text out as Prettier's defaults would. The runtime's templates have that layout already. */
export async function format(
  files: readonly EmittedFile[],
): Promise<readonly EmittedFile[]> {
  const done: EmittedFile[] = [...files];
  const remaining = files.entries();
  const lane = async (): Promise<void> => {
    for (const [at, file] of remaining) {
      if (!isLaidOut(file)) done[at] = await formatFile(file);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

/** Files at a time. Each takes memory of its own outside the heap; more than there are cores gain nothing. */
const lanes = 4;

const isLaidOut = ({ path }: EmittedFile): boolean =>
  /(^|\/)runtime\/[\w-]+\.ts$/.test(path) && !path.endsWith(".d.ts");

async function formatFile({ path, text }: EmittedFile): Promise<EmittedFile> {
  const { code, errors } = await layOut(path, text, options);
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`internal: ${path} does not parse: ${error.message}`);
  return { path, text: path.endsWith(".ts") ? joinShortUnions(code) : code };
}

/**
 * The one form of ours that oxfmt 0.75 lays out otherwise than Prettier 3.10: a union that is too long
 * for the line of its `type X =`, `property:` or `(`, but not for the next one, stands on the next one.
 * Goes when oxfmt follows.
 */
function joinShortUnions(code: string): string {
  const broken = /^( *)([^\n]*[=:(]\n)((?:\1 {2}\| [^\n]*\n)+)(\1\))?/gm;
  return code.replace(
    broken,
    (all, indent: string, head: string, body: string, end = "") => {
      const members = body
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(indent.length + "  | ".length));
      const line = `${indent}  ${members.join(" | ")}`;
      const isWhole =
        (head.endsWith("(\n") ? end !== "" : line.endsWith(";")) &&
        members.slice(0, -1).every((member) => !member.includes(";"));
      return isWhole && line.length <= printWidth
        ? `${indent}${head}${line}\n${end}`
        : all;
    },
  );
}
