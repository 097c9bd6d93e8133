import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Paths are taken as they are, nothing is asked of a person, and no file of the repository is touched. */
const environment = () => ({
  ...process.env,
  GIT_LITERAL_PATHSPECS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
});

/** What git prints. No shell reads the arguments; rejects with what git says where it fails. */
export async function runGit(
  cwd: string,
  args: readonly string[],
): Promise<Buffer> {
  const { stdout } = await run("git", args, {
    cwd,
    encoding: "buffer",
    env: environment(),
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}

/** The contents of blobs, in their order, by one process (git-cat-file(1), "BATCH OUTPUT"). */
export async function readBlobs(
  cwd: string,
  blobs: readonly string[],
): Promise<readonly Buffer[]> {
  const child = spawn("git", ["cat-file", "--batch"], {
    cwd,
    env: environment(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const closed = new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve());
  });
  child.stdin.end(blobs.map((blob) => `${blob}\n`).join(""));
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  await closed;
  return splitBlobs(Buffer.concat(chunks), blobs.length);
}

/** `<name> blob <size>\n<contents>\n`, one after the other. */
function splitBlobs(output: Buffer, count: number): readonly Buffer[] {
  const found: Buffer[] = [];
  let from = 0;
  while (found.length < count) {
    const end = output.indexOf("\n", from);
    const [, size] =
      /^[0-9a-f]+ blob (\d+)$/.exec(output.toString("latin1", from, end)) ?? [];
    if (end === -1 || size === undefined)
      throw new Error("internal: git gave no blob");
    found.push(output.subarray(end + 1, end + 1 + Number(size)));
    from = end + 2 + Number(size);
  }
  return found;
}
