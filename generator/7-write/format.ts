import { format as layOut, type FormatOptions } from "oxfmt";
import type { EmittedFile } from "../ir/emitted-file.ts";

/** Prettier's defaults, which are not oxfmt's. */
const options: FormatOptions = { printWidth: 80, sortPackageJson: false };

/** Lays the printed text out as Prettier's defaults would. The runtime's templates have that layout already. */
export async function format(files: readonly EmittedFile[]): Promise<readonly EmittedFile[]> {
  return Promise.all(files.map((file) => (isLaidOut(file) ? file : formatFile(file))));
}

const isLaidOut = ({ path }: EmittedFile): boolean => /(^|\/)runtime\/[\w-]+\.ts$/.test(path) && !path.endsWith(".d.ts");

async function formatFile({ path, text }: EmittedFile): Promise<EmittedFile> {
  const { code, errors } = await layOut(path, text, options);
  const [error] = errors;
  if (error !== undefined) throw new Error(`internal: ${path} does not parse: ${error.message}`);
  return { path, text: code };
}
