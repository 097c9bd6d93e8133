import { format as layOut, type FormatOptions } from "oxfmt";
import type { EmittedFile } from "../ir/emitted-file.ts";
import { inLanes } from "../util/in-lanes.ts";
import { isLaidOut, printWidth } from "./laid-out.ts";

/** oxfmt's own width is another. */
const options: FormatOptions = { printWidth, sortPackageJson: false };

/**
 * Lays printed text out as Prettier's defaults would, files as they come, and hands each on. The runtime's templates have
 * that layout already, and so have most modules of types.
 */
export const format = (
  files: Iterable<EmittedFile> | AsyncIterable<EmittedFile>,
  onFile?: (file: EmittedFile) => Promise<void>,
): Promise<readonly EmittedFile[]> =>
  inLanes(lanes, files, async (file) => {
    const done = needsLayout(file) ? await formatFile(file) : file;
    await onFile?.(done);
    return done;
  });

/** Files at a time. Each takes memory of its own outside the heap; more than two gain nothing beside what hands them on. */
const lanes = 2;

const needsLayout = ({ path, text }: EmittedFile): boolean =>
  !isTemplate(path) && !(path.endsWith(".ts") && isLaidOut(text));

const isTemplate = (path: string): boolean =>
  /(^|\/)runtime\/[\w-]+\.ts$/.test(path);

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
