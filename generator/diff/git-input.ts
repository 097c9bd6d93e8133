import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { posix } from "node:path";
import type { UnderstandOptions } from "../understand.ts";
import { readBlobs, runGit } from "./git.ts";

/** An input that cannot be followed; `help` says what could be written instead. */
export class InputError extends Error {
  readonly help: string;
  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

export interface GitInput {
  /** The description's path in {@link options}'s folder. */
  readonly entry: string;
  /** What is different where the revision's files are. */
  readonly options: Pick<UnderstandOptions, "cwd" | "overlays" | "allowRefs">;
  /** What a file that was read is called. */
  readonly idOf: (source: string) => string;
  /** Removes the files again. */
  readonly remove: () => Promise<void>;
}

/** Files of one revision that are read at most, and their bytes in all. */
const fileLimit = 20_000;
const byteLimit = 1_000_000_000;

const shape = /^git:([^:]+):(.+)$/s;

/** `git:REV:path`; a scheme of its own, as no file and no URL begins so. */
export const isGitInput = (input: string): boolean => input.startsWith("git:");

/**
 * Puts the description of a revision, and what it may refer to, into a temporary folder that is laid out as the
 * repository is. The path counts from the working directory, as that of a file does, or else from the repository.
 */
export async function readGitInput(
  input: string,
  options: UnderstandOptions,
): Promise<GitInput> {
  const { cwd } = options;
  const [, revision = "", path = ""] = shape.exec(input) ?? [];
  // A name that begins with a dash would be an option; `--end-of-options` guards it once more.
  if (
    revision === "" ||
    revision.startsWith("-") ||
    /\p{Cc}/u.test(revision + path)
  )
    throw new InputError(
      `${input} names no file of a revision`,
      "as in git:main:specs/openapi.yaml",
    );
  const commit = await text(cwd, input, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  ]);
  const top = await text(cwd, input, ["rev-parse", "--show-toplevel"]);
  const prefix = await text(cwd, input, ["rev-parse", "--show-prefix"]);
  const candidates = [posix.join(prefix, path), posix.normalize(path)];
  const tree = { top, commit };
  const entry = await firstFile(candidates, tree);
  if (entry === undefined)
    throw new InputError(
      `${input} cannot be read: ${revision} has no file ${path}`,
      "the path counts from the working directory, or from the top of the repository",
    );
  const allowed = (options.allowRefs ?? []).map((place) =>
    isUrl(place) ? place : resolve(cwd, place),
  );
  const inside = allowed.flatMap((place) => repositoryPath(place, top) ?? []);
  const folder = await mkdtemp(join(tmpdir(), "telltale-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeTree([posix.dirname(entry), ...inside], entry, tree, folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    entry,
    remove,
    options: {
      cwd: folder,
      overlays: (options.overlays ?? []).map((each) =>
        isUrl(each) ? each : resolve(cwd, each),
      ),
      allowRefs: allowed.map((place) => {
        const own = isUrl(place) ? undefined : repositoryPath(place, top);
        return own === undefined ? place : join(folder, own);
      }),
    },
    idOf: (source) =>
      isUrl(source)
        ? source
        : source.startsWith("../")
          ? relative(cwd, resolve(folder, source)).split(sep).join("/")
          : `git:${revision}:${source}`,
  };
}

const isUrl = (place: string): boolean => /^https?:\/\//i.test(place);

interface Tree {
  readonly top: string;
  /** The commit's own name: nothing that was typed goes to git after it is known. */
  readonly commit: string;
}

/** A path as the repository has it; `undefined` outside of it. */
function repositoryPath(path: string, top: string): string | undefined {
  const way = relative(top, path).split(sep).join("/");
  return way === ".." || way.startsWith("../") || way.startsWith("/")
    ? undefined
    : way;
}

async function text(
  cwd: string,
  input: string,
  args: readonly string[],
): Promise<string> {
  try {
    return (await runGit(cwd, args)).toString("utf8").replace(/\n$/, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT"
        ? "git is not installed"
        : (/^(?:fatal|error): (.+)$/m.exec(message)?.[1] ??
          "there is no such revision");
    throw new InputError(
      `${input} cannot be read: ${why}`,
      "git:REV:path names a file of a commit, a branch or a tag, within a repository",
    );
  }
}

interface Entry {
  readonly path: string;
  readonly blob: string;
  readonly size: number;
}

async function firstFile(
  paths: readonly string[],
  tree: Tree,
): Promise<string | undefined> {
  for (const path of paths) {
    if (path.startsWith("../") || path.startsWith("/")) continue;
    const [found] = await list([path], tree, []);
    if (found?.path === path) return path;
  }
  return undefined;
}

/** Regular files only: a symbolic link may lead anywhere. */
async function list(
  paths: readonly string[],
  { top, commit }: Tree,
  flags: readonly string[],
): Promise<readonly Entry[]> {
  const all = paths.filter((path) => path !== "." && path !== "");
  const only = all.length < paths.length ? [] : all;
  const output = await runGit(top, [
    "ls-tree",
    "-z",
    "-l",
    "--full-tree",
    ...flags,
    commit,
    "--",
    ...only,
  ]);
  return output
    .toString("utf8")
    .split("\0")
    .flatMap((line): Entry[] => {
      const [, blob = "", size = "", path = ""] =
        /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
      return path === "" ? [] : [{ path, blob, size: Number(size) }];
    });
}

/** Writes what may be a description, or a part of one, in these folders and below them. */
async function writeTree(
  folders: readonly string[],
  entry: string,
  tree: Tree,
  target: string,
): Promise<void> {
  const files = (await list(folders, tree, ["-r"])).filter(
    ({ path }) => path === entry || /\.(json|ya?ml|md|markdown)$/i.test(path),
  );
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > fileLimit || bytes > byteLimit)
    throw new InputError(
      `${files.length} files beside ${entry} are too many to be read from git`,
      "check the revision out, and name its file",
    );
  const contents = await readBlobs(
    tree.top,
    files.map(({ blob }) => blob),
  );
  for (const [index, { path }] of files.entries()) {
    const file = resolve(target, path);
    if (!file.startsWith(target + sep))
      throw new Error(`internal: ${path} leads out of its folder`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents[index] ?? "");
  }
}
